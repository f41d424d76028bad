import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  cookieHeader,
  fatima,
  openSecondFactor,
  ruud,
  wrong,
} from "../../../test/support/second-factor.ts";
import { codeFor } from "../../../test/support/totp.ts";

const { password } = fatima;
const { open, begin, turnOn, challenged } = await openSecondFactor();
beforeEach(begin);

describe("turning the second factor on", () => {
  test("starts with a secret for the app and counts once a code came back", async () => {
    const person = await open.signedIn(fatima);
    const started = await person.post("/second-factor/start", { password });
    expect(started.status).toBe(200);
    const uri = new URL(started.body.uri);
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Toetssteen:fatima%40rivierenland\.example\?/);
    expect(uri.searchParams.get("secret")).toBe(started.body.secret);
    expect(started.body.secret).toMatch(/^[A-Z2-7]{32,}$/);
    expect((await person.get("/account")).body.secondFactor).toBe(false);
    await open.signedIn(fatima);

    const before = open.identity.readToken(cookieHeader(person));
    const confirmed = await person.post("/second-factor/confirm", {
      code: codeFor(started.body.secret),
    });
    expect(confirmed.body).toEqual({ recoveryCodes: expect.any(Array) });
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect(open.identity.readToken(cookieHeader(person))).not.toBe(before);
    expect((await person.get("/account")).body).toMatchObject({
      secondFactor: true,
      recoveryCodesLeft: 10,
    });
    expect(await open.mailTo(fatima.email)).toEqual({
      to: fatima.email,
      template: "second-factor-changed",
      locale: "nl",
      values: {
        name: fatima.name,
        change: "turned-on",
        changedAt: expect.any(String),
        page: "/wachtwoord",
      },
    });
  });

  test("ends every session that was opened with the password alone, but for this one", async () => {
    const person = await open.signedIn(fatima);
    const intruder = await open.signedIn(fatima);
    const colleague = await open.signedIn(ruud);
    const started = await person.post("/second-factor/start", { password });
    expect((await intruder.get("/account")).status).toBe(200);
    const code = codeFor(started.body.secret);
    expect((await person.post("/second-factor/confirm", { code })).status).toBe(200);
    const refused = await intruder.get("/account");
    expect([refused.status, refused.body]).toEqual([401, { code: "UNAUTHENTICATED" }]);
    for (const stays of [person, colleague]) expect((await stays.get("/account")).status).toBe(200);
  });

  test("needs the password, and a code of the secret that was given last", async () => {
    const person = await open.signedIn(fatima);
    const refused = await person.post("/second-factor/start", { password: ruud.password });
    expect([refused.status, refused.body]).toEqual([400, { code: "WRONG_PASSWORD" }]);
    const first = (await person.post("/second-factor/start", { password })).body.secret;
    const second = (await person.post("/second-factor/start", { password })).body.secret;
    const late = await person.post("/second-factor/confirm", { code: codeFor(first) });
    expect([late.status, late.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect((await person.get("/account")).body.secondFactor).toBe(false);
    const confirmed = await person.post("/second-factor/confirm", { code: codeFor(second) });
    expect(confirmed.status).toBe(200);
  });

  test("is refused where nothing was started, and where it is on already", async () => {
    const person = await open.signedIn(fatima);
    const early = await person.post("/second-factor/confirm", { code: "123456" });
    expect([early.status, early.body]).toEqual([409, { code: "SECOND_FACTOR_CHANGED" }]);
    const { secret } = await turnOn(person);
    const again = await person.post("/second-factor/start", { password });
    expect([again.status, again.body]).toEqual([409, { code: "SECOND_FACTOR_CHANGED" }]);
    const twice = await person.post("/second-factor/confirm", { code: codeFor(secret) });
    expect([twice.status, twice.body]).toEqual([409, { code: "SECOND_FACTOR_CHANGED" }]);
  });

  test("keeps the secret encrypted and recovery codes as digests", async () => {
    const { secret, recoveryCodes } = await turnOn(await open.signedIn(fatima));
    const { rows } = await open.admin.query<{ row: string }>(
      `select f::text as row from identity."twoFactor" f`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(secret);
    expect(rows[0]!.row).not.toContain(Buffer.from(secret).toString("hex"));
    for (const code of recoveryCodes) {
      expect(rows[0]!.row).not.toContain(code);
      expect(rows[0]!.row).not.toContain(code.replace("-", ""));
    }
    const verification = await open.admin.query(
      "select from identity.verification where value ~ '^[0-9]{6}$'",
    );
    expect(verification.rows).toEqual([]);
  });
});

describe("with the second factor on", () => {
  test("new recovery codes need password and code, and replace the old ones", async () => {
    const person = await open.signedIn(fatima);
    const { secret, recoveryCodes } = await turnOn(person);
    await open.mailTo(fatima.email);
    const ask = (body: object) => person.post("/second-factor/recovery-codes", body);
    const wrongPassword = await ask({ password: ruud.password, code: codeFor(secret) });
    expect([wrongPassword.status, wrongPassword.body]).toEqual([400, { code: "WRONG_PASSWORD" }]);
    const wrongCode = await ask({ password, code: wrong(secret) });
    expect([wrongCode.status, wrongCode.body]).toEqual([400, { code: "INVALID_CODE" }]);
    const renewed = await ask({ password, code: codeFor(secret) });
    expect(renewed.status).toBe(200);
    const [old] = recoveryCodes;
    const [fresh] = renewed.body.recoveryCodes;
    const second = await challenged();
    expect((await second.post("/sign-in/second-factor", { recoveryCode: old! })).status).toBe(400);
    expect((await second.post("/sign-in/second-factor", { recoveryCode: fresh })).status).toBe(200);
    expect((await open.mailTo(fatima.email)).values).toMatchObject({
      change: "recovery-codes-renewed",
    });
  });

  test("turning it off needs password and code; then the password is enough again", async () => {
    const person = await open.signedIn(fatima);
    const { secret } = await turnOn(person);
    await open.mailTo(fatima.email);
    const ask = (body: object) => person.post("/second-factor/disable", body);
    expect((await ask({ password: ruud.password, code: codeFor(secret) })).body).toEqual({
      code: "WRONG_PASSWORD",
    });
    expect((await ask({ password, code: wrong(secret) })).body).toEqual({ code: "INVALID_CODE" });
    expect((await ask({ password })).body).toEqual({ code: "INVALID_INPUT" });
    expect((await person.get("/account")).body.secondFactor).toBe(true);
    const off = await ask({ password, code: codeFor(secret) });
    expect([off.status, off.body]).toEqual([200, {}]);
    expect((await person.get("/account")).body).toMatchObject({
      secondFactor: false,
      recoveryCodesLeft: 0,
    });
    expect((await open.mailTo(fatima.email)).values).toMatchObject({ change: "turned-off" });
    await open.signedIn(fatima);
    expect((await ask({ password, code: codeFor(secret, 1) })).body).toEqual({
      code: "SECOND_FACTOR_CHANGED",
    });
  });

  test("a recovery code turns it off when the phone is gone", async () => {
    const person = await open.signedIn(fatima);
    const { recoveryCodes } = await turnOn(person);
    const off = await person.post("/second-factor/disable", {
      password,
      recoveryCode: recoveryCodes[0]!,
    });
    expect(off.status).toBe(200);
    await open.signedIn(fatima);
  });

  test("guessing codes in somebody's open session is stopped", async () => {
    const person = await open.signedIn(fatima);
    const { secret } = await turnOn(person);
    const guess = (index: number) =>
      person.post("/second-factor/disable", {
        password,
        code: String((Number(wrong(secret)) + index) % 1_000_000).padStart(6, "0"),
      });
    for (let index = 0; index < 8; index += 1) {
      expect((await guess(index)).body.code).toBe("INVALID_CODE");
    }
    expect((await guess(8)).status).toBe(429);
    expect((await person.get("/account")).body.secondFactor).toBe(true);
  });

  test("mail that cannot be sent is reported, and what was done stays done", async () => {
    const person = await open.signedIn(fatima);
    open.mailFailure = new Error("no mail today");
    await turnOn(person);
    await vi.waitFor(() => expect(open.failures).toEqual([open.mailFailure]));
    open.mailFailure = undefined;
    expect((await person.get("/account")).body.secondFactor).toBe(true);
  });
});
