import { hash, verify } from "@node-rs/argon2";

/**
 * argon2id, 19 MiB, two passes.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), argon2id);
}

export function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  return verify(input.hash, composed(input.password));
}

/** One keyboard types `é` as one character and another as two; to the person it is the same password. */
function composed(password: string): string {
  return password.normalize("NFKC");
}
