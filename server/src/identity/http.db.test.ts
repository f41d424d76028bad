import fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createIdentity, type Identity } from "./auth.ts";
import { identityDatabaseUrl } from "./database.ts";
import { identityRoutes } from "./http.ts";
import { createTestDatabase } from "../../../test/support/cluster.ts";

const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima Bakker",
  password: "een lange zin als wachtwoord",
};
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: pg.Client;
let identity: Identity;
let app: FastifyInstance;

async function open(publicUrl: string): Promise<[Identity, FastifyInstance]> {
  const { databaseUrl, secret } = database;
  const opened = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl, secret }),
    secret,
    publicUrl,
  });
  const server = fastify();
  await server.register(identityRoutes, { identity: opened });
  return [opened, server];
}

function signIn(body: unknown, headers: Record<string, string> = {}, on: FastifyInstance = app) {
  return on.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    headers,
    payload: body as object,
  });
}

function cookieOf(reply: { cookies: { name: string; value: string }[] }): string {
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
}

async function sessions(): Promise<number> {
  const { rows } = await admin.query("select count(*)::integer as n from identity.session");
  return rows[0].n;
}

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  [identity, app] = await open("http://127.0.0.1:4000");
  await identity.createAccount(fatima);
});

beforeEach(async () => {
  await admin.query("delete from identity.session; delete from identity.throttle");
});

afterAll(async () => {
  await app.close();
  await identity.close();
  await admin.end();
});

describe("signing in", () => {
  test("gives the person a cookie that names a session of fourteen days", async () => {
    const reply = await signIn(
      { email: " Fatima@Rivierenland.example", password: fatima.password },
      { "user-agent": "a browser" },
    );
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      user: { id: expect.any(String), name: fatima.name, email: fatima.email },
    });
    expect(reply.headers["cache-control"]).toBe("no-store");

    const [cookie, ...others] = reply.cookies;
    expect(others).toMatchObject([{ name: "toetssteen.device", httpOnly: true, sameSite: "Lax" }]);
    expect(cookie).toMatchObject({
      name: "toetssteen.session_token",
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      maxAge: 90 * 86_400,
    });
    expect(cookie?.secure).toBeUndefined();

    const token = identity.readToken(cookieOf(reply));
    const { rows } = await admin.query(
      `select u.email, s."userAgent", round(extract(epoch from s."expiresAt" - now()) / 86400)::integer as days
       from identity.session s join identity."user" u on u.id = s."userId" where s.token = $1`,
      [token],
    );
    expect(rows).toEqual([{ email: fatima.email, userAgent: "a browser", days: 14 }]);
  });

  test("the reply never shows the session's token to the page", async () => {
    const reply = await signIn(fatima);
    const token = identity.readToken(cookieOf(reply));
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(reply.body).not.toContain(token);
  });

  test("under https the cookie is for secure connections only, and a plain one is not read", async () => {
    const [secureIdentity, secureApp] = await open("https://toetssteen.example");
    const reply = await signIn(fatima, {}, secureApp);
    expect(reply.cookies[0]).toMatchObject({
      name: "__Host-toetssteen.session_token",
      secure: true,
      httpOnly: true,
    });
    expect(secureIdentity.readToken(cookieOf(reply))).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(secureIdentity.readToken(cookieOf(reply).replace("__Host-", ""))).toBeNull();
    await secureApp.close();
    await secureIdentity.close();
  });

  test("a wrong password and an unknown address get the same reply and no session", async () => {
    const wrong = await signIn({ email: fatima.email, password: "een heel ander wachtwoord" });
    const unknown = await signIn({
      email: "niemand@rivierenland.example",
      password: fatima.password,
    });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual({ code: "INVALID_CREDENTIALS" });
    expect([unknown.statusCode, unknown.body, unknown.cookies]).toEqual([
      wrong.statusCode,
      wrong.body,
      wrong.cookies,
    ]);
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(wrong.headers));
    expect(await sessions()).toBe(0);
  });

  test("a letter typed as one character or as two is the same password", async () => {
    const account = {
      email: "renee@rivierenland.example",
      name: "Renée",
      password: "caf\u00e9 aan de rivier",
    };
    await identity.createAccount(account);
    expect((await signIn({ ...account, password: "cafe\u0301 aan de rivier" })).statusCode).toBe(
      200,
    );
  });

  test.each([
    ["no body", ""],
    ["no password", { email: fatima.email }],
    ["something that is no mail address", { email: "fatima", password: "x" }],
    ["a password longer than any may be", { email: fatima.email, password: "x".repeat(129) }],
    ["an object for a password", { email: fatima.email, password: { length: 12 } }],
  ])("%s is refused as input", async (_what, body) => {
    const reply = await signIn(body, { "content-type": "application/json" });
    expect([reply.statusCode, reply.json()]).toEqual([400, { code: "INVALID_INPUT" }]);
    expect(await sessions()).toBe(0);
  });

  test("a form from another site cannot sign somebody in", async () => {
    const body = `email=${encodeURIComponent(fatima.email)}&password=${encodeURIComponent(fatima.password)}`;
    const reply = await signIn(body, { "content-type": "application/x-www-form-urlencoded" });
    expect([reply.statusCode, reply.json()]).toEqual([415, { code: "INVALID_INPUT" }]);
    const plain = await signIn(JSON.stringify(fatima), {
      "content-type": "text/plain",
      origin: "https://elders.example",
    });
    expect([plain.statusCode, plain.json()]).toEqual([403, { code: "FOREIGN_ORIGIN" }]);
    expect(await sessions()).toBe(0);
  });

  test("a failure on our side is answered without what failed", async () => {
    const [brokenIdentity, brokenApp] = await open("http://127.0.0.1:4000");
    await brokenIdentity.close();
    const reply = await signIn(fatima, {}, brokenApp);
    expect([reply.statusCode, reply.json()]).toEqual([500, { code: "INTERNAL" }]);
  });

  test("who keeps failing is told to wait, and for how long", async () => {
    const wrong = { email: fatima.email, password: "een heel ander wachtwoord" };
    for (let index = 0; index < 10; index += 1) expect((await signIn(wrong)).statusCode).toBe(401);
    const reply = await signIn(fatima);
    expect([reply.statusCode, reply.json()]).toEqual([429, { code: "TOO_MANY_ATTEMPTS" }]);
    expect(Number(reply.headers["retry-after"])).toBeGreaterThan(14 * 60);
    expect(await sessions()).toBe(0);
    const unknown = { email: "niemand@rivierenland.example", password: fatima.password };
    for (let index = 0; index < 10; index += 1)
      expect((await signIn(unknown)).statusCode).toBe(401);
    expect((await signIn(unknown)).body).toEqual(reply.body);
  });

  test("a page of our own may, under each name of this machine", async () => {
    for (const origin of ["http://127.0.0.1:4000", "http://localhost:4000"]) {
      expect((await signIn(fatima, { origin })).statusCode).toBe(200);
    }
    expect((await signIn(fatima, { origin: "http://localhost:4001" })).json()).toEqual({
      code: "FOREIGN_ORIGIN",
    });
  });
});

describe("signing out", () => {
  test("ends this session and forgets the cookie, and leaves the person's other sessions", async () => {
    await signIn(fatima);
    const here = await signIn(fatima);
    const cookie = cookieOf(here);
    const reply = await app.inject({
      method: "POST",
      url: "/api/auth/sign-out",
      headers: { cookie },
    });
    expect([reply.statusCode, reply.json()]).toEqual([200, {}]);
    expect(reply.cookies).toContainEqual(
      expect.objectContaining({ name: "toetssteen.session_token", value: "", maxAge: 0 }),
    );
    const { rows } = await admin.query("select from identity.session where token = $1", [
      identity.readToken(cookie),
    ]);
    expect(rows).toEqual([]);
    expect(await sessions()).toBe(1);
  });

  test("needs no session", async () => {
    const reply = await app.inject({ method: "POST", url: "/api/auth/sign-out" });
    expect(reply.statusCode).toBe(200);
  });

  test("another site cannot sign somebody out", async () => {
    const cookie = cookieOf(await signIn(fatima));
    const headers = { cookie, origin: "https://elders.example" };
    const reply = await app.inject({ method: "POST", url: "/api/auth/sign-out", headers });
    expect([reply.statusCode, reply.json()]).toEqual([403, { code: "FOREIGN_ORIGIN" }]);
    expect(await sessions()).toBe(1);
  });
});

test("nothing else of better-auth is reachable", async () => {
  const cookie = cookieOf(await signIn(fatima));
  const paths = [
    "get-session",
    "list-sessions",
    "sign-up/email",
    "request-password-reset",
    "reset-password",
    "verify-password",
    "two-factor/enable",
    "two-factor/verify-totp",
    "two-factor/verify-backup-code",
    "two-factor/get-totp-uri",
    "two-factor/send-otp",
    "revoke-session",
    "update-user",
    "delete-user",
    "ok",
    "error",
    "sign-in/social",
    "",
  ];
  for (const path of paths) {
    for (const method of ["GET", "POST"] as const) {
      const reply = await app.inject({ method, url: `/api/auth/${path}`, headers: { cookie } });
      expect([path, reply.statusCode, reply.json()]).toEqual([path, 404, { code: "NOT_FOUND" }]);
    }
  }
  expect((await app.inject({ url: "/api/auth/sign-in/email" })).statusCode).toBe(404);
});
