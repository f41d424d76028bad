import { randomInt } from "node:crypto";
import { codeFor } from "../support/totp.ts";
import { cookieOf, type Account, type Accounts } from "./accounts.ts";
import type { Range } from "./range.ts";

/** An account that asks a code, with the place where its owner works. */
export interface Guarded extends Account {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly office: string;
  /** The owner's session. */
  readonly cookie: string;
}

export type Given = { readonly code: string } | { readonly recoveryCode: string };

/** The door of the second step. */
export const step = "/sign-in/second-factor";

/** A new account at the library, with its second step on. */
export async function guarded(
  { fixture }: Range,
  accounts: Accounts,
  office: string,
): Promise<Guarded> {
  const account = await accounts.make(fixture.library, "reader");
  const { password } = account;
  const cookie = await accounts.signIn(account, office);
  const started = await accounts.post("/second-factor/start", { password }, office, { cookie });
  const { secret } = JSON.parse(started.text) as { secret: string };
  const code = codeFor(secret);
  const on = await accounts.post("/second-factor/confirm", { code }, office, { cookie });
  if (on.status !== 200) throw new Error(`There is no second step: ${on.text}`);
  const { recoveryCodes } = JSON.parse(on.text) as { recoveryCodes: string[] };
  return { ...account, secret, recoveryCodes, office, cookie: cookieOf(on) || cookie };
}

/** The password was right; what comes back leads to the second step. */
export async function challenge(accounts: Accounts, { email, password }: Account, from: string) {
  const reply = await accounts.post("/sign-in/email", { email, password }, from);
  if (cookieOf(reply) !== "") throw new Error("No second step was asked.");
  const cookies = reply.headers["set-cookie"] ?? [];
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

/** Signs in with the password, and then with that. */
export async function give(accounts: Accounts, account: Account, given: Given, from: string) {
  const cookie = await challenge(accounts, account, from);
  return accounts.post(step, given, from, { cookie });
}

/** The one after the code that turned it on: an app shows it in half a minute, and it is right already. */
export const rightFor = ({ secret }: Guarded): Given => ({ code: codeFor(secret, 1) });

/** None of those that are right about now. */
export function wrongFor({ secret }: Guarded): Given {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeFor(secret, steps));
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    if (!right.includes(code)) return { code };
  }
}

/** One of those on paper. */
export const recoveryCode = ({ recoveryCodes }: Guarded, place: number): Given => ({
  recoveryCode: recoveryCodes[place] ?? "",
});
