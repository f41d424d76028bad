import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type OpenIdentity, openIdentity, type Visitor } from "../../../test/support/identity.ts";
import { awayFromTheTick, codeFor } from "../../../test/support/totp.ts";

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
const { password } = fatima;
let open: OpenIdentity;

beforeAll(async () => {
  open = await openIdentity();
});

beforeEach(async () => {
  await open.admin.query(`delete from identity."user"; delete from identity.verification`);
  await forgetCounts();
  open.mails.length = 0;
  open.failures.length = 0;
  open.mailFailure = undefined;
  await open.identity.createAccount(fatima);
  await open.identity.createAccount(ruud);
});

/** Also forgets which codes were used. */
async function forgetCounts(): Promise<void> {
  await open.admin.query("delete from identity.throttle");
}

async function turnOn(person: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await person.post("/second-factor/start", { password })).body;
  const confirmed = await person.post("/second-factor/confirm", { code: codeFor(secret) });
  expect(confirmed.status).toBe(200);
  await forgetCounts();
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** Somebody at the second step of signing in. */
async function challenged(address?: string): Promise<Visitor> {
  const person = open.visitor(address === undefined ? {} : { address });
  const { status, body } = await person.post("/sign-in/email", fatima);
  expect([status, body]).toEqual([200, { secondFactor: true }]);
  return person;
}

const wrong = (secret: string) =>
  String((Number(codeFor(secret)) + 500_000) % 1_000_000).padStart(6, "0");

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

describe("signing in with a second factor", () => {
  let secret: string;
  let recoveryCodes: string[];

  beforeEach(async () => {
    const person = await open.signedIn(fatima);
    ({ secret, recoveryCodes } = await turnOn(person));
    await open.mailTo(fatima.email);
    await open.admin.query("delete from identity.session");
  });

  test("the password alone opens no session and gives a short-lived challenge", async () => {
    const person = open.visitor();
    const { reply, body } = await person.post("/sign-in/email", fatima);
    expect(body).toEqual({ secondFactor: true });
    const set = reply.cookies.filter(({ maxAge }) => maxAge !== 0);
    expect(set).toEqual([
      expect.objectContaining({
        name: "toetssteen.two_factor",
        httpOnly: true,
        sameSite: "Lax",
        path: "/",
        maxAge: 600,
      }),
    ]);
    expect(await open.sessions()).toBe(0);
    expect((await person.get("/account")).status).toBe(401);
    expect(open.identity.readToken(cookieHeader(person))).toBeNull();
  });

  test("the right code signs in", async () => {
    const person = await challenged();
    const { status, body, reply } = await person.post("/sign-in/second-factor", {
      code: codeFor(secret),
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      user: { id: expect.any(String), name: fatima.name, email: fatima.email },
    });
    expect(reply.body).not.toContain(open.identity.readToken(cookieHeader(person)));
    expect([...person.cookies.keys()]).toEqual(["toetssteen.session_token"]);
    expect((await person.get("/account")).body.email).toBe(fatima.email);
    expect(await open.sessions(fatima.email)).toBe(1);
  });

  test("the session remembers device and lasts fourteen days", async () => {
    const person = open.visitor({ userAgent: "a browser" });
    await person.post("/sign-in/email", fatima);
    await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    const { rows } = await open.admin.query(
      `select "userAgent", round(extract(epoch from "expiresAt" - now()) / 86400)::integer as days from identity.session`,
    );
    expect(rows).toEqual([{ userAgent: "a browser", days: 14 }]);
  });

  test("a code typed with a space, or from half a minute ago, is right too", async () => {
    await awayFromTheTick();
    const code = codeFor(secret, -1);
    const person = await challenged();
    const given = { code: `${code.slice(0, 3)} ${code.slice(3)}` };
    expect((await person.post("/sign-in/second-factor", given)).status).toBe(200);
  });

  test("a code counts once, also while its time lasts", async () => {
    const code = codeFor(secret);
    expect((await (await challenged()).post("/sign-in/second-factor", { code })).status).toBe(200);
    const person = await challenged();
    const again = await person.post("/sign-in/second-factor", { code });
    expect([again.status, again.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect(await open.sessions()).toBe(1);
    const next = await person.post("/sign-in/second-factor", { code: codeFor(secret, 1) });
    expect(next.status).toBe(200);
  });

  test("of two who send one code at the same moment, one gets in", async () => {
    const code = codeFor(secret);
    const people = [await challenged(), await challenged(), await challenged()];
    const replies = await Promise.all(
      people.map((person) => person.post("/sign-in/second-factor", { code })),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400, 400,
    ]);
    expect(await open.sessions()).toBe(1);
  });

  test("a wrong code is refused and opens nothing", async () => {
    const person = await challenged();
    const refused = await person.post("/sign-in/second-factor", { code: wrong(secret) });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect(await open.sessions()).toBe(0);
    const right = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect(right.status).toBe(200);
  });

  test("after five wrong codes the password is asked again", async () => {
    const person = await challenged();
    for (let index = 0; index < 5; index += 1) {
      const code = String((Number(wrong(secret)) + index) % 1_000_000).padStart(6, "0");
      expect((await person.post("/sign-in/second-factor", { code })).body.code).toBe(
        "INVALID_CODE",
      );
    }
    const over = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect([over.status, over.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);
    expect(await open.sessions()).toBe(0);
  });

  test("who keeps guessing with the password known is stopped, wherever they guess from", async () => {
    await open.admin.query("delete from identity.throttle");
    const codes = new Set<string>();
    for (let guess = 0; guess < 60; guess += 1) {
      const address = `198.51.100.${guess}`;
      const person = await challenged(address);
      const code = String((Number(wrong(secret)) + guess) % 1_000_000).padStart(6, "0");
      codes.add((await person.post("/sign-in/second-factor", { code })).body.code);
      if (codes.has("TOO_MANY_ATTEMPTS")) {
        expect(guess).toBe(20);
        break;
      }
    }
    expect([...codes]).toEqual(["INVALID_CODE", "TOO_MANY_ATTEMPTS"]);
    const person = await challenged("198.51.100.200");
    const right = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect([right.status, right.body]).toEqual([429, { code: "TOO_MANY_ATTEMPTS" }]);
    expect(Number(right.reply.headers["retry-after"])).toBeGreaterThan(23 * 3600);
    const byPaper = await person.post("/sign-in/second-factor", {
      recoveryCode: recoveryCodes[0]!,
    });
    expect(byPaper.status).toBe(429);
    expect(await open.sessions()).toBe(0);
  });

  test("guessing from elsewhere does not keep the person out of where they work", async () => {
    const first = await challenged();
    expect((await first.post("/sign-in/second-factor", { code: codeFor(secret) })).status).toBe(
      200,
    );
    for (let guess = 0; guess < 21; guess += 1) {
      const person = await challenged(`198.51.100.${guess}`);
      const code = String((Number(wrong(secret)) + guess) % 1_000_000).padStart(6, "0");
      await person.post("/sign-in/second-factor", { code });
    }
    const again = await (
      await challenged()
    ).post("/sign-in/second-factor", {
      code: codeFor(secret, 1),
    });
    expect(again.status).toBe(200);
  });

  test("there is no second step without a first", async () => {
    const nobody = open.visitor();
    const given = { code: codeFor(secret) };
    const refused = await nobody.post("/sign-in/second-factor", given);
    expect([refused.status, refused.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);
    nobody.cookies.set("toetssteen.two_factor", "2fa-made-up.AAAA");
    expect((await nobody.post("/sign-in/second-factor", given)).body.code).toBe("SIGN_IN_AGAIN");
    expect(await open.sessions()).toBe(0);
    const person = await challenged();
    expect((await person.post("/sign-in/second-factor", given)).status).toBe(200);
  });

  test("a challenge is over after ten minutes, and after it was used", async () => {
    const person = await challenged();
    const { rows } = await open.admin.query(
      `select round(extract(epoch from max("expiresAt") - now()) / 60)::integer as minutes from identity.verification`,
    );
    expect(rows).toEqual([{ minutes: 10 }]);
    const used = new Map(person.cookies);
    expect((await person.post("/sign-in/second-factor", { code: codeFor(secret) })).status).toBe(
      200,
    );
    const thief = open.visitor();
    for (const [name, value] of used) thief.cookies.set(name, value);
    const replayed = await thief.post("/sign-in/second-factor", { code: codeFor(secret, 1) });
    expect([replayed.status, replayed.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);

    const slow = await challenged();
    await open.admin.query(`update identity.verification set "expiresAt" = now()`);
    const late = await slow.post("/sign-in/second-factor", { code: codeFor(secret, -1) });
    expect([late.status, late.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);
    expect(await open.sessions()).toBe(1);
  });

  test("a challenge of one person and a session of another never mix", async () => {
    const person = await challenged();
    const colleague = await open.signedIn(ruud);
    for (const [name, value] of person.cookies) colleague.cookies.set(name, value);
    const { body } = await colleague.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect(body.user.email).toBe(fatima.email);
    expect((await colleague.get("/account")).body.email).toBe(fatima.email);
  });

  test("a cookie that would trust this device is not believed", async () => {
    const person = await challenged();
    const challenge = person.cookies.get("toetssteen.two_factor")!;
    person.cookies.set("toetssteen.trust_device", challenge);
    expect((await person.post("/sign-in/email", { ...fatima, trustDevice: true })).body).toEqual({
      secondFactor: true,
    });
    const refused = await person.post("/sign-in/second-factor", {
      code: codeFor(secret),
      trustDevice: true,
    });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_INPUT" }]);
  });

  test("a new password ends a challenge that was waiting for its code", async () => {
    const person = await challenged();
    await open.admin.query(`update identity.account set password = 'another'`);
    const late = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect([late.status, late.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);
  });

  test("a recovery code signs in once, says how many are left, and is told by mail", async () => {
    const person = await challenged();
    const recoveryCode = recoveryCodes[3]!;
    const typed = recoveryCode.toUpperCase().replace("-", " ");
    const { status, body } = await person.post("/sign-in/second-factor", {
      recoveryCode: typed,
      locale: "en",
    });
    expect([status, body]).toEqual([200, { user: expect.any(Object), recoveryCodesLeft: 9 }]);
    expect(await open.mailTo(fatima.email)).toMatchObject({
      template: "second-factor-changed",
      locale: "en",
      values: { change: "recovery-code-used" },
    });
    const again = await challenged();
    const refused = await again.post("/sign-in/second-factor", { recoveryCode });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect(await open.sessions()).toBe(1);
    const other = await again.post("/sign-in/second-factor", { recoveryCode: recoveryCodes[4]! });
    expect(other.body.recoveryCodesLeft).toBe(8);
  });

  test("of two who send one recovery code at the same moment, one gets in", async () => {
    const people = [await challenged(), await challenged()];
    const replies = await Promise.all(
      people.map((person) =>
        person.post("/sign-in/second-factor", { recoveryCode: recoveryCodes[0]! }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400,
    ]);
    expect(await open.sessions()).toBe(1);
  });

  test("a colleague's codes are no use", async () => {
    const colleague = await open.signedIn(ruud);
    const started = await colleague.post("/second-factor/start", { password: ruud.password });
    const confirmed = await colleague.post("/second-factor/confirm", {
      code: codeFor(started.body.secret),
    });
    const person = await challenged();
    for (const given of [
      { code: codeFor(started.body.secret, 1) },
      { recoveryCode: confirmed.body.recoveryCodes[0] },
    ]) {
      const refused = await person.post("/sign-in/second-factor", given);
      expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    }
  });

  test.each([
    [{}],
    [{ code: "12345" }],
    [{ code: "abcdef" }],
    [{ code: 123_456 }],
    [{ code: "123456", recoveryCode: "abcde-fghjk" }],
  ])("%o is refused as input", async (body) => {
    const refused = await (await challenged()).post("/sign-in/second-factor", body);
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_INPUT" }]);
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

function cookieHeader({ cookies }: Visitor): string {
  return [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
}
