import type { PassageField } from "../../gql/graphql.ts";

/**
 * Which text's history is open, as it stands in the address: `4.1:ANSWER`, or `4.V1:PRACTICE` for a box, `:AMBITIONS` for
 * one of the cycle as a whole. Never a bare number, which an address would round.
 */
export interface TextKey {
  /** Null for the boxes about the cycle as a whole. */
  readonly part: string | null;
  /** Null for the answer to an indicator. */
  readonly field: PassageField | null;
}

export function writeKey({ part, field }: TextKey): string {
  return `${part ?? ""}:${field ?? "ANSWER"}`;
}

export function readKey(key: string): TextKey {
  const [part = "", field] = key.split(":");
  return {
    part: part === "" ? null : part,
    field: field === "ANSWER" ? null : ((field as PassageField | undefined) ?? null),
  };
}

/** The part of an address that says whose history is open, as the pages with texts take it. */
export function readSearch({ geschiedenis }: Record<string, unknown>): { geschiedenis?: string } {
  return typeof geschiedenis === "string" && geschiedenis !== "" ? { geschiedenis } : {};
}
