import { askIdentity } from "../identity/ask-identity.ts";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  /** 0 when the second step is off. */
  readonly recoveryCodesLeft: number;
}

/** A place where this person is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  /** Right to the day. */
  readonly lastSeen: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly device: "desktop" | "phone" | "tablet" | null;
}

/** What the second step takes: a code of the app, or one for when the phone is gone. */
export type Proof = { readonly code: string } | { readonly recoveryCode: string };

/** All of these: @throws see `askIdentity`. `locale` is the language of the mail that tells about it. */

export function readAccount(): Promise<Account> {
  return askIdentity<Account>("/account");
}

export async function readSessions(): Promise<readonly OwnSession[]> {
  return (await askIdentity<{ sessions: OwnSession[] }>("/sessions")).sessions;
}

export async function endSession(id: string): Promise<void> {
  await askIdentity("/sessions/end", { id });
}

/** @returns how many have ended */
export async function endOtherSessions(): Promise<number> {
  return (await askIdentity<{ ended: number }>("/sessions/end-others", {})).ended;
}

export async function changePassword(input: {
  currentPassword: string;
  newPassword: string;
  locale: string;
}): Promise<void> {
  await askIdentity("/change-password", input);
}

export async function requestReset(email: string, locale: string): Promise<void> {
  await askIdentity("/request-reset", { email, locale });
}

export async function resetPassword(input: {
  token: string;
  password: string;
  locale: string;
}): Promise<void> {
  await askIdentity("/reset", input);
}

/** What an app for codes needs: as an address for a QR code, and as text to type over. */
export interface Secret {
  readonly uri: string;
  readonly secret: string;
}

export function startSecondFactor(password: string): Promise<Secret> {
  return askIdentity<Secret>("/second-factor/start", { password });
}

/** @returns the recovery codes; they are shown this once */
export async function confirmSecondFactor(
  code: string,
  locale: string,
): Promise<readonly string[]> {
  return codesOf(await askIdentity("/second-factor/confirm", { code, locale }));
}

export async function renewRecoveryCodes(input: {
  password: string;
  code: string;
  locale: string;
}): Promise<readonly string[]> {
  return codesOf(await askIdentity("/second-factor/recovery-codes", input));
}

export async function disableSecondFactor(
  input: Proof & { password: string; locale: string },
): Promise<void> {
  await askIdentity("/second-factor/disable", input);
}

/** @returns how many recovery codes are left, after one was used */
export async function signInSecondStep(proof: Proof, locale: string): Promise<number | null> {
  const body = "code" in proof ? proof : { ...proof, locale };
  const answer = await askIdentity<{ recoveryCodesLeft?: number }>("/sign-in/second-factor", body);
  return answer.recoveryCodesLeft ?? null;
}

function codesOf(answer: object): readonly string[] {
  return (answer as { recoveryCodes: string[] }).recoveryCodes;
}
