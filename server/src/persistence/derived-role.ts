import { hkdfSync } from "node:crypto";

/**
 * A login role of ours whose password nobody has to keep. Operators give two addresses only, so passwords of other
 * roles are derived from the session secret; migrating sets them.
 */
export interface DerivedRole {
  readonly name: string;
  /** What the password is derived for; another text is another password. */
  readonly purpose: string;
}

/** The address under which a role reaches the database: same host and database as the application. */
export function roleUrl(role: DerivedRole, input: { databaseUrl: string; secret: string }): string {
  const url = new URL(input.databaseUrl);
  url.username = role.name;
  url.password = derivedPassword(role, input.secret);
  return url.href;
}

/** 32 bytes for one purpose: knowing one key says nothing about the secret or the other keys. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `toetssteen ${purpose}`, 32));
}

export function derivedPassword(role: DerivedRole, secret: string): string {
  return deriveKey(secret, role.purpose).toString("base64url");
}
