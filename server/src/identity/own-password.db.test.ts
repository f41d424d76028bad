import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createIdentity } from "./auth.ts";
import { identityDatabaseUrl } from "./database.ts";
import { type OpenIdentity, openIdentity } from "../../../test/support/identity.ts";

const publicUrl = "http://127.0.0.1:4000";
const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima Bakker",
  password: "een lange zin als wachtwoord",
};
const ruud = {
  email: "ruud@rivierenland.example",
  name: "Ruud de Wit",
  password: "een andere lange zin hier",
};
const password = "weer een andere lange zin";
let open: OpenIdentity;

beforeAll(async () => {
  open = await openIdentity(publicUrl);
});

beforeEach(async () => {
  await open.admin.query(
    `delete from identity."user"; delete from identity.verification; delete from identity.throttle`,
  );
  open.mails.length = 0;
  open.failures.length = 0;
  open.mailFailure = undefined;
  await open.identity.createAccount(fatima);
  await open.identity.createAccount(ruud);
});

/** Asks for a link and takes the token from the mail. */
async function askToken(email = fatima.email): Promise<string> {
  await open.visitor().post("/request-reset", { email });
  const mail = await open.mailTo(email);
  return mail.values.page.split("/").pop()!;
}

async function canSignIn(account: { email: string; password: string }): Promise<boolean> {
  return (await open.visitor().post("/sign-in/email", account)).status === 200;
}

describe("asking for a new password", () => {
  test("sends a link to a known address, in the language of the page", async () => {
    const asked = await open.visitor().post("/request-reset", {
      email: " Fatima@Rivierenland.example ",
      locale: "en",
    });
    expect([asked.status, asked.body]).toEqual([200, {}]);
    expect(asked.reply.headers["cache-control"]).toBe("no-store");
    expect(await open.mailTo(fatima.email)).toEqual({
      to: fatima.email,
      template: "password-reset",
      locale: "en",
      values: {
        name: fatima.name,
        page: expect.stringMatching(/^\/wachtwoord\/[A-Za-z0-9]{32}$/),
        expiresAt: expect.any(String),
      },
    });
    const { rows } = await open.admin.query(
      `select round(extract(epoch from "expiresAt" - now()) / 60)::integer as minutes from identity.verification`,
    );
    expect(rows).toEqual([{ minutes: 60 }]);
    expect(await canSignIn(fatima)).toBe(true);
  });

  test("answers an unknown address with the same reply, and sends nothing", async () => {
    const known = await open.visitor().post("/request-reset", { email: fatima.email });
    await open.mailTo(fatima.email);
    const unknown = await open.visitor().post("/request-reset", {
      email: "niemand@rivierenland.example",
    });
    expect([unknown.status, unknown.reply.body]).toEqual([known.status, known.reply.body]);
    const names = (headers: object) => Object.keys(headers);
    expect(names(unknown.reply.headers)).toEqual(names(known.reply.headers));
    // A later mail comes after whatever the earlier request did.
    await askToken(ruud.email);
    expect(open.mails).toEqual([]);
    const { rows } = await open.admin.query("select from identity.verification");
    expect(rows).toHaveLength(2);
  });

  test("puts the mail into the queue", async () => {
    const { databaseUrl, secret } = open.database;
    const identity = createIdentity({
      databaseUrl: identityDatabaseUrl({ databaseUrl, secret }),
      secret,
      publicUrl,
    });
    await identity.requestReset({ address: "203.0.113.7" }, fatima.email, "nl");
    await identity.close();
    const { rows } = await open.admin.query<{ payload: string }>(
      "select payload::text from graphile_worker._private_jobs",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.payload).toMatch(/"template": ?"password-reset"/);
    expect(rows[0]!.payload).toMatch(/"to": ?"fatima@rivierenland.example"/);
  });

  test("does not wait for the mail, nor fail with it", async () => {
    open.mailFailure = new Error("no mail today");
    const asked = await open.visitor().post("/request-reset", { email: fatima.email });
    expect([asked.status, asked.body]).toEqual([200, {}]);
    await vi.waitFor(() => expect(open.failures).toEqual([open.mailFailure]));
    open.mailFailure = undefined;
  });

  test("takes a known address no longer than an unknown one", async () => {
    const ask = async (email: string) => {
      const visitor = open.visitor();
      const start = performance.now();
      expect((await visitor.post("/request-reset", { email })).status).toBe(200);
      const took = performance.now() - start;
      await open.identity.ready();
      return took;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    // A slow table makes what depends on it stand out: forty milliseconds, where a reply takes a few.
    await open.admin.query(`
      create function identity.slow() returns trigger language plpgsql as
        $$ begin perform pg_sleep(0.04); return new; end $$;
      create trigger slow before insert on identity.verification for each row execute function identity.slow();
    `);
    try {
      await ask("eerst@rivierenland.example");
      const alike = () => Math.min(...known) < Math.min(...unknown) + 20;
      for (let round = 0; round < 20 && !(round >= 4 && alike()); round += 1) {
        known.push(await ask(fatima.email));
        await open.mailTo(fatima.email);
        unknown.push(await ask("niemand@rivierenland.example"));
        await open.admin.query("delete from identity.throttle");
      }
    } finally {
      await open.admin.query("drop function identity.slow cascade");
    }
    expect(Math.min(...known)).toBeLessThan(Math.min(...unknown) + 20);
  });

  test("is stopped for one address after five times, known or not", async () => {
    for (const email of [fatima.email, "niemand@rivierenland.example"]) {
      for (let index = 0; index < 5; index += 1) {
        const visitor = open.visitor({ address: `198.51.100.${index}` });
        expect((await visitor.post("/request-reset", { email })).status).toBe(200);
      }
      const stopped = await open.visitor().post("/request-reset", { email });
      expect([stopped.status, stopped.body]).toEqual([429, { code: "TOO_MANY_ATTEMPTS" }]);
      expect(Number(stopped.reply.headers["retry-after"])).toBeGreaterThan(59 * 60);
    }
    await vi.waitFor(() => expect(open.mails).toHaveLength(5));
    expect((await open.visitor().post("/request-reset", { email: ruud.email })).status).toBe(200);
    await open.mailTo(ruud.email);
  });

  test("is stopped for one place that asks for everybody, and not elsewhere", async () => {
    const here = open.visitor({ address: "198.51.100.1" });
    const ask = (index: number) =>
      here.post("/request-reset", { email: `medewerker${index}@rivierenland.example` });
    for (let index = 0; index < 50; index += 1) expect((await ask(index)).status).toBe(200);
    expect((await ask(50)).status).toBe(429);
    expect((await open.visitor().post("/request-reset", { email: ruud.email })).status).toBe(200);
    await open.mailTo(ruud.email);
  });

  test("keeps no link that a copy of the table could use", async () => {
    const token = await askToken();
    const { rows } = await open.admin.query<{ row: string }>(
      "select v::text as row from identity.verification v",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(token);
    const { rows: kept } = await open.admin.query<{ identifier: string }>(
      "select identifier from identity.verification",
    );
    const tried = await open.visitor().post("/reset", { token: kept[0]!.identifier, password });
    expect([tried.status, tried.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
    expect((await open.visitor().post("/reset", { token, password })).status).toBe(200);
  });
});

describe("the link to a new password", () => {
  test("sets it once, ends every session, and is told by mail", async () => {
    const elsewhere = await open.signedIn(fatima);
    const colleague = await open.signedIn(ruud);
    const token = await askToken();
    const visitor = open.visitor();
    const reset = await visitor.post("/reset", { token, password });
    expect([reset.status, reset.body]).toEqual([200, {}]);
    expect(visitor.cookies.size).toBe(0);
    expect((await elsewhere.get("/account")).status).toBe(401);
    expect((await colleague.get("/account")).status).toBe(200);
    expect(await open.mailTo(fatima.email)).toEqual({
      to: fatima.email,
      template: "password-changed",
      locale: "nl",
      values: { name: fatima.name, changedAt: expect.any(String), page: "/wachtwoord" },
    });
    expect(await canSignIn(fatima)).toBe(false);
    expect(await canSignIn({ ...fatima, password })).toBe(true);

    const again = await visitor.post("/reset", { token, password: "nog een heel andere zin" });
    expect([again.status, again.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
    expect(await canSignIn({ ...fatima, password })).toBe(true);
  });

  test("opened twice at once sets one password", async () => {
    const token = await askToken();
    const passwords = [password, "nog een heel andere zin"];
    const replies = await Promise.all(
      passwords.map((one) => open.visitor().post("/reset", { token, password: one })),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 410,
    ]);
    const index = replies.findIndex(({ status }) => status === 200);
    expect(await canSignIn({ ...fatima, password: passwords[index]! })).toBe(true);
    expect(await canSignIn({ ...fatima, password: passwords[1 - index]! })).toBe(false);
  });

  test("is over after an hour", async () => {
    const token = await askToken();
    await open.admin.query(`update identity.verification set "expiresAt" = now()`);
    const late = await open.visitor().post("/reset", { token, password });
    expect([late.status, late.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
    expect(await canSignIn(fatima)).toBe(true);
  });

  test("is over once the password was changed in another way", async () => {
    const first = await askToken();
    const second = await askToken();
    expect((await open.visitor().post("/reset", { token: second, password })).status).toBe(200);
    const other = await open.visitor().post("/reset", { token: first, password: fatima.password });
    expect([other.status, other.body]).toEqual([410, { code: "LINK_EXPIRED" }]);
    expect(await canSignIn({ ...fatima, password })).toBe(true);
  });

  test("survives a password that is too short", async () => {
    const token = await askToken();
    const short = await open.visitor().post("/reset", { token, password: "elf tekens." });
    expect([short.status, short.body]).toEqual([400, { code: "INVALID_INPUT" }]);
    expect((await open.visitor().post("/reset", { token, password })).status).toBe(200);
  });

  test("cannot be guessed at for long from one place", async () => {
    const visitor = open.visitor({ address: "198.51.100.1" });
    const guess = (index: number) =>
      visitor.post("/reset", { token: `guess${index}`.padEnd(32, "x"), password });
    for (let index = 0; index < 50; index += 1) expect((await guess(index)).status).toBe(410);
    expect((await guess(50)).status).toBe(429);
    const token = await askToken();
    expect((await open.visitor().post("/reset", { token, password })).status).toBe(200);
  });
});

describe("changing the password", () => {
  test("keeps this session under a new token, ends the others, and is told by mail", async () => {
    const elsewhere = await open.signedIn(fatima);
    const here = await open.signedIn(fatima, { userAgent: "a browser" });
    const stolen = new Map(here.cookies);
    const token = await askToken();
    const changed = await here.post("/change-password", {
      currentPassword: fatima.password,
      newPassword: password,
      locale: "en",
    });
    expect([changed.status, changed.body]).toEqual([200, {}]);
    expect((await here.get("/account")).body.email).toBe(fatima.email);
    expect((await here.get("/sessions")).body.sessions).toHaveLength(1);
    expect((await elsewhere.get("/account")).status).toBe(401);
    const thief = open.visitor();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.get("/account")).status).toBe(401);
    expect(await open.mailTo(fatima.email)).toMatchObject({
      template: "password-changed",
      locale: "en",
    });
    expect(await canSignIn(fatima)).toBe(false);
    expect(await canSignIn({ ...fatima, password })).toBe(true);
    expect((await open.visitor().post("/reset", { token, password })).body.code).toBe(
      "LINK_EXPIRED",
    );
  });

  test("needs the current password", async () => {
    const here = await open.signedIn(fatima);
    const elsewhere = await open.signedIn(fatima);
    const refused = await here.post("/change-password", {
      currentPassword: ruud.password,
      newPassword: password,
    });
    expect([refused.status, refused.body]).toEqual([400, { code: "WRONG_PASSWORD" }]);
    expect((await elsewhere.get("/account")).status).toBe(200);
    expect(await canSignIn(fatima)).toBe(true);
    expect(open.mails).toEqual([]);
  });

  test("refuses one that is too short", async () => {
    const here = await open.signedIn(fatima);
    const refused = await here.post("/change-password", {
      currentPassword: fatima.password,
      newPassword: "elf tekens.",
    });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_INPUT" }]);
    expect(await canSignIn(fatima)).toBe(true);
  });

  test("guessing the current password in somebody's open session is stopped", async () => {
    const here = await open.signedIn(fatima);
    const guess = (currentPassword: string) =>
      here.post("/change-password", { currentPassword, newPassword: password });
    for (let index = 0; index < 10; index += 1) {
      expect((await guess("een gok naar het wachtwoord")).status).toBe(400);
    }
    const stopped = await guess(fatima.password);
    expect([stopped.status, stopped.body]).toEqual([429, { code: "TOO_MANY_ATTEMPTS" }]);
    expect((await here.get("/account")).status).toBe(200);
  });
});
