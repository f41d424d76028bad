import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";

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
  url.password = password(role, input.secret);
  return url.href;
}

/**
 * What PostgreSQL keeps of the role's password. Made here, because a password in clear text would pass through
 * `pg_stat_activity` and the server's log.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5802#section-3
 */
export function passwordVerifier(role: DerivedRole, secret: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password(role, secret), salt, iterations, 32, "sha256");
  const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest("base64");
  const serverKey = hmac(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

/** 32 bytes for one purpose: knowing one key says nothing about the secret or the other keys. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `toetssteen ${purpose}`, 32));
}

function password(role: DerivedRole, secret: string): string {
  return deriveKey(secret, role.purpose).toString("base64url");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
