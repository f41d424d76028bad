import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";

/** Login role of better-auth's pool; it reaches the schema `identity` and nothing else. */
export const identityRole = "toetssteen_identity";

/**
 * The address under which identity reaches its tables: same host and database, own role. Operators give two addresses
 * only, so the role's password is derived from the session secret; migrating sets it.
 */
export function identityDatabaseUrl(input: { databaseUrl: string; secret: string }): string {
  const url = new URL(input.databaseUrl);
  url.username = identityRole;
  url.password = identityPassword(input.secret);
  return url.href;
}

/**
 * What PostgreSQL keeps of the role's password. Made here, because a password in clear text would pass through
 * `pg_stat_activity` and the server's log.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5802#section-3
 */
export function identityPasswordVerifier(secret: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(identityPassword(secret), salt, iterations, 32, "sha256");
  const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest("base64");
  const serverKey = hmac(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

/** 32 bytes for one purpose: knowing one key says nothing about the secret or the other keys. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `toetssteen ${purpose}`, 32));
}

function identityPassword(secret: string): string {
  return deriveKey(secret, "database role identity").toString("base64url");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
