import type { BrowserContext } from "playwright-core";

export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  roles: string[];
}

/** The people of the demo organisations. */
export async function demoAccountsAt(origin: string): Promise<DemoAccount[]> {
  const answer = await fetch(new URL("/demo/accounts.json", origin));
  return (await answer.json()) as DemoAccount[];
}

/** @throws where the demo has nobody by that name */
export async function demoAccountOf(origin: string, name: string): Promise<DemoAccount> {
  const account = (await demoAccountsAt(origin)).find((candidate) => candidate.name === name);
  if (!account) throw new Error(`The demo has nobody by the name of ${name}`);
  return account;
}

/** Signs somebody of the demo in, without a page to see it on: the cookie is in the context. */
export async function signInAt(
  origin: string,
  name: string,
  context: BrowserContext,
): Promise<void> {
  const { email, password } = await demoAccountOf(origin, name);
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`Signing in ${name} gave ${answer.status()}`);
}
