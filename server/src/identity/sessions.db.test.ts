import pg from "pg";
import { betterAuth } from "better-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createIdentity, type Identity } from "./auth.ts";
import { identityDatabaseUrl } from "./database.ts";
import { authOptions } from "./options.ts";
import { sweep } from "./sweep.ts";
import { createTestDatabase } from "../../../test/support/cluster.ts";

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
let url: { databaseUrl: string; secret: string };
let pool: pg.Pool;
let identity: Identity;

beforeAll(async () => {
  const { databaseUrl, secret } = await createTestDatabase();
  url = { databaseUrl: identityDatabaseUrl({ databaseUrl, secret }), secret };
  pool = new pg.Pool({ connectionString: url.databaseUrl, max: 2 });
});

beforeEach(async () => {
  await pool.query(`delete from "user"; delete from throttle`);
  // A fresh one each time: it remembers which sessions it renewed.
  await identity?.close();
  identity = createIdentity({ ...url, publicUrl });
  await identity.createAccount(fatima);
  await identity.createAccount(ruud);
});

afterAll(async () => {
  await identity.close();
  await pool.end();
});

async function signIn(account: {
  email: string;
  password: string;
}): Promise<{ token: string; cookie: string }> {
  const { cookies } = await identity.signIn({ address: "203.0.113.7" }, account);
  const cookie = cookies[0]!.split(";")[0]!;
  return { cookie, token: identity.readToken(cookie)! };
}

async function daysLeft(token: string): Promise<number> {
  const { rows } = await pool.query(
    `select round(extract(epoch from "expiresAt" - now()) / 86400)::integer as days from session where token = $1`,
    [token],
  );
  return rows[0]?.days;
}

function age(token: string, days: number, since: number) {
  return pool.query(
    `update session set "createdAt" = now() - make_interval(days => $2), "updatedAt" = now() - make_interval(days => $3),
       "expiresAt" = now() + make_interval(days => 14 - $3) where token = $1`,
    [token, days, since],
  );
}

describe("renewing a session", () => {
  test("gives fourteen days again to one that was last used some days ago", async () => {
    const { token } = await signIn(fatima);
    await age(token, 10, 10);
    await identity.renewSession(token);
    expect(await daysLeft(token)).toBe(14);
  });

  test("writes nothing for one that was renewed today", async () => {
    const { token } = await signIn(fatima);
    await pool.query(`update session set "expiresAt" = now() + interval '9 days'`);
    await identity.renewSession(token);
    expect(await daysLeft(token)).toBe(9);
  });

  test("asks the database once a day and server", async () => {
    const { token } = await signIn(fatima);
    await age(token, 10, 10);
    await identity.renewSession(token);
    await age(token, 10, 10);
    await identity.renewSession(token);
    expect(await daysLeft(token)).toBe(4);
  });

  test("goes no further than ninety days after signing in", async () => {
    const { token } = await signIn(fatima);
    await age(token, 85, 3);
    await identity.renewSession(token);
    expect(await daysLeft(token)).toBe(5);
  });

  test("brings no session back that has ended", async () => {
    const { token } = await signIn(fatima);
    await age(token, 20, 20);
    await identity.renewSession(token);
    expect(await daysLeft(token)).toBe(-6);
  });
});

describe("a new password", () => {
  test("ends the person's other sessions, and nobody else's", async () => {
    const here = await signIn(fatima);
    const elsewhere = await signIn(fatima);
    const colleague = await signIn(ruud);
    const auth = betterAuth(authOptions({ pool, secret: url.secret, publicUrl }));
    // Even where the caller doesn't ask for it.
    await auth.api.changePassword({
      body: {
        currentPassword: fatima.password,
        newPassword: "weer een andere lange zin",
        revokeOtherSessions: false,
      },
      headers: new Headers({ cookie: here.cookie }),
    });
    expect(await daysLeft(elsewhere.token)).toBeUndefined();
    expect(await daysLeft(colleague.token)).toBe(14);
    await expect(signIn(fatima)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
    await expect(
      signIn({ ...fatima, password: "weer een andere lange zin" }),
    ).resolves.toBeDefined();
  });

  test("storing an account again without a new password ends nothing", async () => {
    const { token } = await signIn(fatima);
    await pool.query(`update account set "updatedAt" = now(), password = password`);
    expect(await daysLeft(token)).toBe(14);
  });
});

describe("an account", () => {
  test("keeps its password as an argon2id digest", async () => {
    const { rows } = await pool.query("select password from account");
    expect(rows).toHaveLength(2);
    for (const { password } of rows)
      expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("is made once per mail address, however it is written", async () => {
    const again = identity.createAccount({ ...ruud, email: "Fatima@Rivierenland.example" });
    await expect(again).rejects.toMatchObject({ code: "ACCOUNT_EXISTS" });
    const { rows } = await pool.query(`select name from "user" order by name`);
    expect(rows).toEqual([{ name: fatima.name }, { name: ruud.name }]);
    await expect(signIn(fatima)).resolves.toBeDefined();
  });

  test.each([
    ["a password of eleven characters", { password: "elf tekens." }],
    ["a password of 129 characters", { password: "x".repeat(129) }],
    ["no name", { name: "  " }],
    ["something that is no mail address", { email: "fatima" }],
  ])("with %s is refused", async (_what, wrong) => {
    const account = {
      email: "nieuw@rivierenland.example",
      name: "Nieuw",
      password: "lang genoeg, dit",
    };
    await expect(identity.createAccount({ ...account, ...wrong })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect((await pool.query(`select from "user"`)).rowCount).toBe(2);
    await expect(identity.createAccount(account)).resolves.toEqual({ id: expect.any(String) });
  });
});

test("sweeping removes expired sessions and counts, and leaves what still counts", async () => {
  const expired = await signIn(fatima);
  const live = await signIn(fatima);
  await age(expired.token, 20, 20);
  await pool.query(
    "insert into throttle (key, count, until) values ('old', 1, now() - interval '1 second')",
  );
  await sweep(pool);
  expect((await pool.query("select token from session")).rows).toEqual([{ token: live.token }]);
  const counts = await pool.query(
    "select count(*)::integer as n, bool_or(key = 'old') as old from throttle",
  );
  expect(counts.rows).toEqual([{ n: expect.any(Number), old: false }]);
  expect(counts.rows[0].n).toBeGreaterThan(0);
});

test("an unknown mail address takes as long to refuse as a wrong password", async () => {
  const refusal = async (email: string) => {
    const start = performance.now();
    await expect(signIn({ email, password: "niet het goede wachtwoord" })).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
    return performance.now() - start;
  };
  await refusal(ruud.email);
  const known: number[] = [];
  const unknown: number[] = [];
  // Without the digest the unknown one would take a tenth. The fastest counts: a busy machine only makes some slower.
  const alike = () => Math.min(...unknown) > Math.min(...known) / 2;
  for (let round = 0; round < 30 && !(round >= 4 && alike()); round += 1) {
    known.push(await refusal(fatima.email));
    unknown.push(await refusal("niemand@rivierenland.example"));
    await pool.query("delete from throttle");
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
});
