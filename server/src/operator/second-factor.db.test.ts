import { beforeEach, expect, test } from "vitest";
import { openIdentity } from "../../../test/support/identity.ts";
import { codeFor } from "../../../test/support/totp.ts";
import { mail } from "../mail/mail.ts";
import { parseCommand } from "./command.ts";
import { OperatorError } from "./refusal.ts";
import { runCommand } from "./run.ts";

/** Who lost phone and recovery codes gets in again, and hears of it; nobody else's account is touched. */
const open = await openIdentity();
const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima Bakker",
  password: "een lange zin als wachtwoord",
};
const ruud = { ...fatima, email: "ruud@rivierenland.example", name: "Ruud de Wit" };
const drop = (email: string) =>
  runCommand(parseCommand(["account", "drop-second-factor", email]), {
    dataDir: "",
    workingFolder: "",
    publicUrl: open.identity.publicUrl,
    adminUrl: open.database.adminUrl,
  });
const everything = async () =>
  (
    await open.admin.query(
      `select (select json_agg(u) from identity."user" u) as people, (select json_agg(s) from identity.session s) as sessions,
         (select json_agg(f) from identity."twoFactor" f) as factors,
         (select count(*) from tenancy.operator_log) as commands, (select count(*) from graphile_worker._private_jobs) as jobs`,
    )
  ).rows;

beforeEach(async () => {
  await open.admin.query(
    `delete from identity."user"; delete from identity.verification; delete from graphile_worker._private_jobs`,
  );
  for (const account of [fatima, ruud]) {
    await open.identity.createAccount(account);
    const person = await open.signedIn(account);
    const { body } = await person.post("/second-factor/start", { password: account.password });
    await person.post("/second-factor/confirm", { code: codeFor(body.secret) });
  }
  await open.admin.query("delete from identity.throttle");
});

test("takes the second step away, ends every session and half-way sign-in, and tells the person", async () => {
  const halfway = open.visitor();
  expect((await halfway.post("/sign-in/email", fatima)).body).toEqual({ secondFactor: true });
  const lines = await drop(` ${fatima.email.toUpperCase()}`);
  expect(lines[0]).toBe(
    "Fatima Bakker (fatima@rivierenland.example) logt nu in met alleen het wachtwoord; beëindigde sessies: 1.",
  );
  expect([await open.sessions(fatima.email), await open.sessions(ruud.email)]).toEqual([0, 1]);
  const late = await halfway.post("/sign-in/second-factor", { code: "123456" });
  expect(late.body).toEqual({ code: "SIGN_IN_AGAIN" });
  const again = await open.signedIn(fatima);
  expect((await again.get("/account")).body).toMatchObject({ secondFactor: false });
  const theirs = await open.visitor().post("/sign-in/email", ruud);
  expect(theirs.body).toEqual({ secondFactor: true });

  const { rows: jobs } = await open.admin.query(
    "select payload from graphile_worker._private_jobs",
  );
  expect(jobs.map(({ payload }) => mail.parse(payload.payload))).toMatchObject([
    { to: fatima.email, values: { name: "Fatima Bakker", change: "taken-away" } },
  ]);
  const { rows: kept } = await open.admin.query(
    "select command, arguments from tenancy.operator_log order by at desc limit 1",
  );
  expect(kept).toEqual([
    { command: "account drop-second-factor", arguments: { email: fatima.email } },
  ]);
});

test("who lost it can turn it on again", async () => {
  await drop(fatima.email);
  const person = await open.signedIn(fatima);
  const { body } = await person.post("/second-factor/start", { password: fatima.password });
  const confirmed = await person.post("/second-factor/confirm", { code: codeFor(body.secret) });
  expect([confirmed.status, confirmed.body.recoveryCodes.length]).toEqual([200, 10]);
});

test.each([
  ["an address without account", "niemand@rivierenland.example", /^ADRES: er is geen account/],
  ["an account without second step", ruud.email, /^ADRES: .* logt al in zonder tweede stap/],
  ["what is no address", "ruud", /^ADRES klopt niet/],
  ["nothing", "", /^ADRES ontbreekt/],
])("is refused for %s, and nothing changes", async (_what, email, message) => {
  await drop(ruud.email);
  const before = await everything();
  const refused = await (async () => drop(email))().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(OperatorError);
  expect((refused as OperatorError).message).toMatch(message);
  expect(await everything()).toEqual(before);
});
