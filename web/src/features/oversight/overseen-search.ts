import { longestSearch } from "@toetssteen/contract";
import { isQuarter } from "@toetssteen/norms";
import { textIn } from "../../address/search.ts";

/** What the address says of the list of members. */
export interface OverseenSearch {
  /** YYYY-Qn of the audit. */
  readonly kwartaal?: string;
  /** Part of a name. */
  readonly zoek?: string;
  /** By the day of the audit, unless this says otherwise. */
  readonly sorteer?: "naam";
}

/** What is no filter is left out, so that an address somebody typed shows the whole list. */
export function readOverseenSearch(search: Readonly<Record<string, unknown>>): OverseenSearch {
  const { kwartaal, zoek, sorteer } = search;
  const name = textIn(zoek, longestSearch);
  return {
    ...(typeof kwartaal === "string" && isQuarter(kwartaal) ? { kwartaal } : {}),
    ...(name === null ? {} : { zoek: name }),
    ...(sorteer === "naam" ? { sorteer } : {}),
  };
}
