import { beforeEach, expect, test } from "vitest";
import { openIdentity } from "../../../test/support/identity.ts";
import { parseCommand } from "./command.ts";
import { runCommand } from "./run.ts";

/** An operator shuts an account without seeing or changing what its person wrote. */
const open = await openIdentity();
const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima Bakker",
  password: "een lange zin als wachtwoord",
};
const ruud = { ...fatima, email: "ruud@rivierenland.example", name: "Ruud de Wit" };
const operate = (verb: string, email = fatima.email) =>
  runCommand(parseCommand(["account", verb, email]), {
    dataDir: "",
    workingFolder: "",
    publicUrl: open.identity.publicUrl,
    adminUrl: open.database.adminUrl,
  });
const signIn = async (account: typeof fatima) =>
  (await open.visitor().post("/sign-in/email", account)).body;

beforeEach(async () => {
  await open.admin.query(`delete from identity."user"; delete from identity.throttle`);
  for (const account of [fatima, ruud]) {
    await open.identity.createAccount(account);
    await open.signedIn(account);
  }
});

test("a blocked account is signed out everywhere and can't sign in; nobody else notices", async () => {
  expect((await operate("block"))[0]).toBe(
    "Fatima Bakker (fatima@rivierenland.example) kan niet meer inloggen; beëindigde sessies: 1.",
  );
  expect([await open.sessions(fatima.email), await open.sessions(ruud.email)]).toEqual([0, 1]);
  expect(await signIn(fatima)).toEqual({ code: "ACCOUNT_BLOCKED" });
  expect(await signIn({ ...fatima, password: "niet het goede wachtwoord" })).toEqual({
    code: "INVALID_CREDENTIALS",
  });
  expect(await signIn(ruud)).toMatchObject({ user: { email: ruud.email } });
});

test("no statement gives a blocked account a session", async () => {
  await operate("block");
  const insert = open.admin.query(
    `insert into identity.session (token, "userId", "expiresAt")
     select 'een-sleutel', id, now() + interval '1 day' from identity."user" where email = $1`,
    [fatima.email],
  );
  await expect(insert).rejects.toMatchObject({ code: "TS001" });
});

test("an account that is free again signs in with the same password", async () => {
  await operate("block");
  await expect(operate("block")).rejects.toThrow("is al geblokkeerd");
  await operate("unblock");
  await expect(operate("unblock")).rejects.toThrow("is niet geblokkeerd");
  expect(await signIn(fatima)).toMatchObject({ user: { email: fatima.email } });
});

test("sessions are ended without blocking", async () => {
  expect((await operate("end-sessions"))[0]).toBe(
    "Fatima Bakker (fatima@rivierenland.example) is overal uitgelogd; beëindigde sessies: 1.",
  );
  expect([await open.sessions(fatima.email), await open.sessions(ruud.email)]).toEqual([0, 1]);
  expect(await signIn(fatima)).toMatchObject({ user: { email: fatima.email } });
});

test("a command on an account that isn't there changes nothing", async () => {
  for (const verb of ["block", "unblock", "end-sessions"])
    await expect(operate(verb, "niemand@rivierenland.example")).rejects.toThrow(
      "ADRES: er is geen account met niemand@rivierenland.example.",
    );
  expect([await open.sessions(fatima.email), await open.sessions(ruud.email)]).toEqual([1, 1]);
});
