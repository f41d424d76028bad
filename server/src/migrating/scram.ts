import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

const iterations = 4096;

/**
 * What PostgreSQL keeps of a password. Made here, because a password in clear text would pass through
 * `pg_stat_activity` and the server's log.
 *
 * @param password of printable ASCII: others are written in several ways, of which each program takes its own
 * @param salt 16 bytes
 * @see https://www.rfc-editor.org/rfc/rfc5802#section-3
 */
export function scramVerifier(password: string, salt: Buffer, rounds = iterations): string {
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest("base64");
  const serverKey = hmac(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

/** Whether a role with this verifier lets this password in. */
export function fitsVerifier(password: string, kept: string | null): boolean {
  const [, rounds = "", salt = ""] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(kept ?? "") ?? [];
  if (salt === "") return false;
  const [own, other] = [scramVerifier(password, Buffer.from(salt, "base64"), Number(rounds)), kept];
  const length = Buffer.byteLength(own);
  return (
    Buffer.byteLength(other ?? "") === length &&
    timingSafeEqual(Buffer.from(own), Buffer.from(other ?? ""))
  );
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
