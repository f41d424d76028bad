import type { PassageField } from "../../gql/graphql.ts";

/**
 * Which text's history is open, as it stands in the address: `4.1:ANSWER`, or `4.V1:PRACTICE` for a box. Never a bare
 * number, which an address would round.
 */
export interface TextKey {
  readonly part: string;
  /** Null for the answer to an indicator. */
  readonly field: PassageField | null;
}

export function writeKey({ part, field }: TextKey): string {
  return `${part}:${field ?? "ANSWER"}`;
}

export function readKey(key: string): TextKey {
  const [part = "", field] = key.split(":");
  return { part, field: field === "ANSWER" ? null : ((field as PassageField | undefined) ?? null) };
}
