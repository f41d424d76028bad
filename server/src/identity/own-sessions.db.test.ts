import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openIdentity, type OpenIdentity } from "../../../test/support/identity.ts";

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
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
let open: OpenIdentity;

beforeAll(async () => {
  open = await openIdentity();
  await open.identity.createAccount(fatima);
  await open.identity.createAccount(ruud);
});

beforeEach(async () => {
  await open.admin.query("delete from identity.session; delete from identity.throttle");
});

describe("the list of own sessions", () => {
  test("shows where somebody is signed in, this place first, in words and without secrets", async () => {
    await open.signedIn(fatima, { userAgent: firefox });
    const here = await open.signedIn(fatima);
    await open.signedIn(ruud);
    const { status, body, reply } = await here.get("/sessions");
    expect(status).toBe(200);
    expect(body.sessions).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        current: true,
        createdAt: expect.any(String),
        lastSeen: expect.any(String),
        browser: null,
        system: null,
        device: null,
      },
      expect.objectContaining({
        current: false,
        browser: "Firefox",
        system: "Windows",
        device: "desktop",
      }),
    ]);
    const { rows } = await open.admin.query("select token from identity.session");
    for (const { token } of rows) expect(reply.body).not.toContain(token);
    expect(reply.body).not.toContain("203.0.113.7");
    expect(reply.headers["cache-control"]).toBe("no-store");
  });

  test("leaves out what has expired", async () => {
    await open.signedIn(fatima);
    await open.admin.query(`update identity.session set "expiresAt" = now()`);
    const here = await open.signedIn(fatima);
    expect((await here.get("/sessions")).body.sessions).toHaveLength(1);
  });
});

describe("ending a session", () => {
  test("signs that place out and no other", async () => {
    const elsewhere = await open.signedIn(fatima, { userAgent: firefox });
    const here = await open.signedIn(fatima);
    const { sessions } = (await here.get("/sessions")).body;
    const { id } = sessions.find((session: { current: boolean }) => !session.current);
    expect((await here.post("/sessions/end", { id })).status).toBe(200);
    expect((await elsewhere.get("/account")).body).toEqual({ code: "UNAUTHENTICATED" });
    expect((await here.get("/account")).status).toBe(200);
  });

  test("of a colleague is refused like one that does not exist, and leaves it", async () => {
    const here = await open.signedIn(fatima);
    const colleague = await open.signedIn(ruud);
    const { id } = (await colleague.get("/sessions")).body.sessions[0];
    const refused = await here.post("/sessions/end", { id });
    const unknown = await here.post("/sessions/end", {
      id: "01890000-0000-7000-8000-000000000000",
    });
    expect([refused.status, refused.body]).toEqual([404, { code: "NOT_FOUND" }]);
    expect([unknown.status, unknown.body]).toEqual([refused.status, refused.body]);
    expect((await colleague.get("/account")).status).toBe(200);
  });

  test("takes an id, never a token", async () => {
    const here = await open.signedIn(fatima);
    const token = open.identity.readToken(cookieOf(here))!;
    const refused = await here.post("/sessions/end", { id: token });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_INPUT" }]);
    expect(await open.sessions(fatima.email)).toBe(1);
  });

  test("everywhere else leaves this one and other people's", async () => {
    await open.signedIn(fatima);
    await open.signedIn(fatima);
    await open.signedIn(ruud);
    const here = await open.signedIn(fatima);
    const { status, body } = await here.post("/sessions/end-others");
    expect([status, body]).toEqual([200, { ended: 2 }]);
    expect((await here.get("/account")).status).toBe(200);
    expect(await open.sessions(ruud.email)).toBe(1);
  });
});

test("the account says who is signed in", async () => {
  const here = await open.signedIn(fatima);
  expect((await here.get("/account")).body).toEqual({
    id: expect.any(String),
    name: fatima.name,
    email: fatima.email,
    secondFactor: false,
    recoveryCodesLeft: 0,
  });
});

test.each([
  ["GET", "/account", undefined],
  ["GET", "/sessions", undefined],
  ["POST", "/sessions/end", { id: "01890000-0000-7000-8000-000000000000" }],
  ["POST", "/sessions/end-others", {}],
  ["POST", "/change-password", { currentPassword: "x", newPassword: "lang genoeg, dit" }],
  ["POST", "/second-factor/start", { password: "x" }],
  ["POST", "/second-factor/confirm", { code: "123456" }],
  ["POST", "/second-factor/recovery-codes", { password: "x", code: "123456" }],
  ["POST", "/second-factor/disable", { password: "x", code: "123456" }],
] as const)("%s %s is for who is signed in", async (method, path, body) => {
  const here = await open.signedIn(fatima);
  const ask = () => (method === "GET" ? here.get(path) : here.post(path, body));
  await open.admin.query(`update identity.session set "expiresAt" = now()`);
  expect([(await ask()).status, (await ask()).body]).toEqual([401, { code: "UNAUTHENTICATED" }]);
  here.cookies.clear();
  expect([(await ask()).status, (await ask()).body]).toEqual([401, { code: "UNAUTHENTICATED" }]);
  expect(await open.sessions()).toBe(1);
});

test.each([
  "/sign-in/email",
  "/sign-in/second-factor",
  "/accept-invitation",
  "/request-reset",
  "/reset",
  "/change-password",
  "/second-factor/start",
  "/second-factor/confirm",
  "/second-factor/recovery-codes",
  "/second-factor/disable",
  "/sessions/end",
  "/sessions/end-others",
])("%s does nothing for a page of another site", async (path) => {
  const here = await open.signedIn(fatima);
  const { status, body } = await here.post(path, {}, { origin: "https://elders.example" });
  expect([status, body]).toEqual([403, { code: "FOREIGN_ORIGIN" }]);
  expect(await open.sessions()).toBe(1);
});

function cookieOf({ cookies }: { cookies: Map<string, string> }): string {
  return [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
}
