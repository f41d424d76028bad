import type { PassageField } from "../../gql/graphql.ts";
import { readPanelSearch } from "../../address/panel-search.ts";
import type { PanelSearch } from "../../address/panel-search.ts";

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

/** What stands in the address of pages with texts: whose history is open, and which other panel. */
export interface TextSearch extends PanelSearch {
  readonly geschiedenis?: string;
}

export function readSearch(search: Readonly<Record<string, unknown>>): TextSearch {
  const { geschiedenis } = search;
  return {
    ...readPanelSearch(search),
    ...(typeof geschiedenis === "string" && geschiedenis !== "" && { geschiedenis }),
  };
}
