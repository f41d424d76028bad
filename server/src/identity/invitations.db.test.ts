import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type OpenIdentity, openIdentity } from "../../../test/support/identity.ts";

const password = "een lange zin als wachtwoord";
const token = "an-invitation-token-of-forty-three-letters-x";
const noor = { email: "noor@rivierenland.example", name: "Noor Visser" };
const library = "01890000-0000-7000-8000-000000000001";
const digest = createHash("sha256").update(token).digest("hex");
let open: OpenIdentity;
let inviter: { id: string };

beforeAll(async () => {
  open = await openIdentity();
  inviter = await open.identity.createAccount({
    email: "ruud@rivierenland.example",
    name: "Ruud de Wit",
    password: "een andere lange zin hier",
  });
  await open.admin.query("insert into toetssteen.organisation (id, name) values ($1, $2)", [
    library,
    "Bibliotheek Rivierenland",
  ]);
  await open.admin.query(
    "insert into toetssteen.membership (organisation_id, person_id, name, roles) values ($1, $2, 'Ruud de Wit', '{administrator}')",
    [library, inviter.id],
  );
});

beforeEach(async () => {
  await open.admin.query(`
    delete from identity."user" where id <> '${inviter.id}';
    delete from identity.throttle;
    delete from toetssteen.invitation;
  `);
  await open.admin.query(
    `insert into toetssteen.invitation (organisation_id, id, email, name, roles, token_hash, invited_by, expires_at)
     values ($1, gen_random_uuid(), $2, $3, '{colleague}', $4, $5, now() + interval '1 day')`,
    [library, noor.email, noor.name, digest, inviter.id],
  );
});

/** Beside the one who invites. */
async function accounts(): Promise<number> {
  const found = await open.admin.query(`select from identity."user" where id <> $1`, [inviter.id]);
  return found.rowCount ?? 0;
}

test("who is invited and has no account gets one, and is signed in", async () => {
  const visitor = open.visitor();
  const { status, body } = await visitor.post("/accept-invitation", { token, password });
  expect([status, body]).toEqual([200, { user: { id: expect.any(String), ...noor } }]);
  expect((await visitor.get("/account")).body).toMatchObject({ ...noor, secondFactor: false });
  const { rows } = await open.admin.query(
    `select "emailVerified" from identity."user" where email = $1`,
    [noor.email],
  );
  expect(rows).toEqual([{ emailVerified: true }]);
  await open.signedIn({ ...noor, password });
});

test("who has an account already signs in first, and keeps their password", async () => {
  const account = { ...noor, password: "het wachtwoord dat er al was" };
  await open.identity.createAccount(account);
  const visitor = open.visitor();
  const refused = await visitor.post("/accept-invitation", { token, password });
  expect([refused.status, refused.body]).toEqual([409, { code: "SIGN_IN_FIRST" }]);
  expect(visitor.cookies.size).toBe(0);
  expect(await open.sessions(noor.email)).toBe(0);
  await open.signedIn(account);
});

test.each([
  ["has expired", "expires_at = now()"],
  ["was withdrawn", "withdrawn_at = now()"],
  ["was accepted before", "accepted_at = now()"],
])("an invitation that %s makes no account", async (_what, change) => {
  await open.admin.query(`update toetssteen.invitation set ${change}`);
  const refused = await open.visitor().post("/accept-invitation", { token, password });
  expect([refused.status, refused.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
  expect(await accounts()).toBe(0);
});

test("an invitation that was never made, or what is kept of one, makes no account", async () => {
  for (const one of ["made-up", digest]) {
    const refused = await open.visitor().post("/accept-invitation", { token: one, password });
    expect([refused.status, refused.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
  }
  expect(await accounts()).toBe(0);
});

test("a password that is too short is refused, and the invitation stays", async () => {
  const short = await open.visitor().post("/accept-invitation", { token, password: "elf tekens." });
  expect([short.status, short.body]).toEqual([400, { code: "INVALID_INPUT" }]);
  expect(await accounts()).toBe(0);
  const { status } = await open.visitor().post("/accept-invitation", { token, password });
  expect(status).toBe(200);
});

test("accepted twice at the same moment, there is one account", async () => {
  const replies = await Promise.all(
    [1, 2].map(() => open.visitor().post("/accept-invitation", { token, password })),
  );
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 409,
  ]);
  expect(await accounts()).toBe(1);
});

test("tokens cannot be guessed at for long from one place", async () => {
  const visitor = open.visitor({ address: "198.51.100.1" });
  const guess = (index: number) =>
    visitor.post("/accept-invitation", { token: `guess${index}`, password });
  for (let index = 0; index < 50; index += 1) expect((await guess(index)).status).toBe(410);
  expect((await guess(50)).status).toBe(429);
  const { status } = await open.visitor().post("/accept-invitation", { token, password });
  expect(status).toBe(200);
});
