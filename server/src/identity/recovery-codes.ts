import { createHmac, randomInt } from "node:crypto";
import { deriveKey } from "../persistence/derived-role.ts";

const howMany = 10;
/** Without what looks alike on paper: i, l, o, 0 and 1. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * Codes for when the phone is gone, each for one time. Kept as keyed digests: fifty random bits need no slow hash, and
 * a copy of the table without the session secret gives nothing to try against.
 */
export interface RecoveryCodes {
  /** As shown to the person, `abcde-fghjk`. */
  make(): string[];
  /** Of a code as somebody types it: capitals, spaces and dashes don't matter. */
  digest(typed: string): string;
  /** JSON list of codes or digests → JSON list of digests; better-auth encodes again what is left after each use. */
  encode(list: string): string;
}

export function createRecoveryCodes(secret: string): RecoveryCodes {
  const key = deriveKey(secret, "recovery codes");
  const prefix = "hmac:";
  const digest = (typed: string) => {
    const code = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
    return prefix + createHmac("sha256", key).update(code).digest("base64url");
  };
  return {
    digest,
    make: () => Array.from({ length: howMany }, () => `${random(5)}-${random(5)}`),
    encode: (list) =>
      JSON.stringify(
        (JSON.parse(list) as string[]).map((entry) =>
          entry.startsWith(prefix) ? entry : digest(entry),
        ),
      ),
  };
}

function random(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
