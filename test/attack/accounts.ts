import { randomUUID } from "node:crypto";
import { createIdentity } from "@toetssteen/server/identity/auth";
import { identityDatabaseUrl } from "@toetssteen/server/identity/database";
import type { Role } from "@toetssteen/server/rights/kinds";
import type { Caller } from "../support/app.ts";
import { afterwards } from "../support/run.ts";
import type { Organisation } from "../support/scenario.ts";
import type { Range } from "./range.ts";
import type { Reply } from "./remote.ts";
import type { Verdict } from "./tally.ts";

/** Somebody who signs in as people do. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

export interface Accounts {
  /** A new account, with a role at an organisation. */
  make(at: Organisation, role: Role): Promise<Account>;
  /** @param from the address that it comes from; the proxy in front of the server would say so */
  post(path: string, body: object, from: string, caller?: Caller): Promise<Reply>;
  /** @returns the cookie of the new session */
  signIn(account: Account, from: string): Promise<string>;
}

export function openAccounts({ fixture }: Range): Accounts {
  const { databaseUrl, secret } = fixture.world.database;
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl, secret }),
    secret,
    publicUrl: fixture.server.origin,
  });
  afterwards(() => identity.close());
  const post: Accounts["post"] = (path, body, from, { cookie, hat } = {}) =>
    fixture.server.send({
      method: "POST",
      path: `/api/auth${path}`,
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": from,
        ...(cookie !== undefined && { cookie }),
        ...(hat !== undefined && { "x-hat": hat }),
      },
      body: JSON.stringify(body),
    });
  return {
    post,
    async make(at, role) {
      const email = `${randomUUID()}@example.org`;
      const password = randomUUID();
      const { id } = await identity.createAccount({ email, name: "Iemand", password });
      await fixture.world.membership({ id, name: "Iemand" }, at, [role]);
      return { id, email, password };
    },
    async signIn({ email, password }, from) {
      const reply = await post("/sign-in/email", { email, password }, from);
      if (reply.status !== 200) throw new Error(`Not signed in: ${reply.text}`);
      return cookieOf(reply);
    },
  };
}

/** The session's cookie as a browser sends it back; empty when there is none, or it is forgotten. */
export function cookieOf(reply: Reply): string {
  const set = (reply.headers["set-cookie"] ?? []).find((one) => /session_token=[^;]/.test(one));
  return set?.split(";")[0] ?? "";
}

/** All that a browser keeps of an answer, as it sends it back. */
export function cookiesOf(reply: Reply): string {
  return (reply.headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "").join("; ");
}

/** Too many attempts, and when to come back. */
export const stopped = ({ status, headers, text }: Reply): Verdict =>
  status === 429 && Number(headers["retry-after"]) > 0
    ? "refused"
    : { unlike: `it goes on: ${status} ${text}` };
