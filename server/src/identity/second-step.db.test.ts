import { beforeEach, describe, expect, test } from "vitest";
import {
  cookieHeader,
  fatima,
  openSecondFactor,
  ruud,
} from "../../../test/support/second-factor.ts";
import { awayFromTheTick, codeFor } from "../../../test/support/totp.ts";

const { open, begin, turnOn, challenged } = await openSecondFactor();
beforeEach(begin);

describe("signing in with a second factor", () => {
  let secret: string;

  beforeEach(async () => {
    const person = await open.signedIn(fatima);
    ({ secret } = await turnOn(person));
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
    expect([...person.cookies.keys()]).toEqual(["toetssteen.session_token", "toetssteen.device"]);
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
