import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import { Refusal } from "../refusal.ts";

/** @throws {Refusal} INVALID_INPUT, naming each field and what would be right */
export function validInput<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Refusal(
    "INVALID_INPUT",
    result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}

/**
 * @param value in small letters, as `withCheckedArguments` makes it
 * @throws {Refusal} INVALID_INPUT when it is no UUID, which PostgreSQL would answer with an error of its own
 */
export function requireId(path: string, value: string): string {
  if (z.safeParse(z.uuid(), value).success) return value;
  throw new Refusal("INVALID_INPUT", [{ path, message: "Een UUID." }]);
}

/**
 * For what was there already under the id of something new: sent once more it is the same, or the id was used for
 * something else, and whoever sends it must not take the one for the other.
 * @throws {Refusal} ID_TAKEN
 */
export function requireSame(sent: unknown, there: unknown): void {
  if (!isDeepStrictEqual(sent, there)) throw new Refusal("ID_TAKEN");
}
