import * as z from "zod/mini";
import { Refusal } from "./errors.ts";

/** @throws {Refusal} INVALID_INPUT, naming each field and what would be right */
export function validInput<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Refusal(
    "INVALID_INPUT",
    result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}

/** @throws {Refusal} INVALID_INPUT when it is no UUID, which PostgreSQL would answer with an error of its own */
export function requireId(path: string, value: string): string {
  if (z.safeParse(z.uuid(), value).success) return value.toLowerCase();
  throw new Refusal("INVALID_INPUT", [{ path, message: "Een UUID." }]);
}

/** @throws {Refusal} INVALID_INPUT when it holds the one character that PostgreSQL's text can't */
export function requireText(path: string, value: string): string {
  if (!value.includes("\u0000")) return value;
  throw new Refusal("INVALID_INPUT", [{ path, message: "Een tekst zonder stuurtekens." }]);
}
