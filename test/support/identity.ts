import fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { createIdentity, type Identity } from "@toetssteen/server/identity/auth";
import { identityDatabaseUrl } from "@toetssteen/server/identity/database";
import { identityRoutes } from "@toetssteen/server/identity/http";
import type { AccountMail } from "@toetssteen/server/identity/mail";
import { mail as anyMail } from "@toetssteen/server/mail/mail";
import pg from "pg";
import { afterAll, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "./cluster.ts";

export interface Account {
  email: string;
  name: string;
  password: string;
}

/** Keeps cookies as a browser does, and works from one address. */
export interface Visitor {
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Reply>;
  get(path: string): Promise<Reply>;
  cookies: Map<string, string>;
}

export interface Reply {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  reply: LightMyRequestResponse;
}

export interface OpenIdentity {
  database: TestDatabase;
  /** As superuser. */
  admin: pg.Client;
  identity: Identity;
  app: FastifyInstance;
  /** Sent, and not yet taken by `mailTo`. */
  mails: AccountMail[];
  /** While set, mail fails with it. */
  mailFailure: Error | undefined;
  /** What failed behind a reply. */
  failures: unknown[];
  /** Waits for the next mail that a test expects. */
  mailTo(email: string): Promise<AccountMail>;
  visitor(choices?: { address?: string; userAgent?: string }): Visitor;
  signedIn(account: Account, choices?: { address?: string; userAgent?: string }): Promise<Visitor>;
  /** Sessions of one person, or of all. */
  sessions(email?: string): Promise<number>;
}

const closing: (() => Promise<void>)[] = [];

// Registered after the one that drops the databases, so it runs before it.
afterAll(async () => {
  for (const close of closing) await close();
});

/** Identity over HTTP on a database of the test's own; closed after the file. */
export async function openIdentity(publicUrl = "http://127.0.0.1:4000"): Promise<OpenIdentity> {
  const database = await createTestDatabase();
  const { databaseUrl, secret, adminUrl } = database;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const mails: AccountMail[] = [];
  const failures: unknown[] = [];
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl, secret }),
    secret,
    publicUrl,
    sendMail: async (mail) => {
      if (opened.mailFailure) throw opened.mailFailure;
      anyMail.parse(mail);
      mails.push(mail);
    },
    report: (error) => failures.push(error),
  });
  const app = fastify({ trustProxy: true });
  await app.register(identityRoutes, { identity });
  closing.push(async () => {
    await app.close();
    await identity.close();
    await admin.end();
  });

  function visitor({ address = "203.0.113.7", userAgent = "" } = {}): Visitor {
    const cookies = new Map<string, string>();
    async function send(
      method: "GET" | "POST",
      path: string,
      body?: object,
      more = {},
    ): Promise<Reply> {
      const cookie = [...cookies]
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("; ");
      const headers = { cookie, "x-forwarded-for": address, "user-agent": userAgent, ...more };
      const payload = body && { payload: body };
      const reply = await app.inject({ method, url: `/api/auth${path}`, headers, ...payload });
      for (const { name, value, maxAge } of reply.cookies) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: reply.statusCode, body: reply.json(), reply };
    }
    return {
      cookies,
      post: (path, body, headers) => send("POST", path, body, headers),
      get: (path) => send("GET", path),
    };
  }

  const opened: OpenIdentity = {
    mailFailure: undefined,
    database,
    admin,
    identity,
    app,
    mails,
    failures,
    visitor,
    async signedIn(account, choices) {
      const person = visitor(choices);
      const { status, body } = await person.post("/sign-in/email", account);
      if (status !== 200 || body.secondFactor)
        throw new Error(`Not signed in: ${JSON.stringify(body)}`);
      return person;
    },
    mailTo: (email) =>
      vi.waitFor(() => {
        const mail = mails.find(({ to }) => to === email);
        if (!mail) throw new Error(`No mail to ${email}`);
        mails.splice(mails.indexOf(mail), 1);
        return mail;
      }),
    async sessions(email) {
      const { rows } = await admin.query<{ n: number }>(
        `select count(*)::integer as n from identity.session s join identity."user" u on u.id = s."userId"
         where $1::text is null or u.email = $1`,
        [email ?? null],
      );
      return rows[0]?.n ?? 0;
    },
  };
  return opened;
}
