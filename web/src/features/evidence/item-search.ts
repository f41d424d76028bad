import { isOn } from "../../address/search.ts";

/** What the address says of one document. */
export interface ItemSearch {
  /** The version that is shown. */
  readonly bestand?: string;
  /** The use from which somebody came: it says which page is meant. */
  readonly gebruik?: string;
  /** The form is open. */
  readonly wijzig?: true;
}

export function readItemSearch(search: Readonly<Record<string, unknown>>): ItemSearch {
  const { bestand, gebruik, wijzig } = search;
  return {
    ...(typeof bestand === "string" && { bestand }),
    ...(typeof gebruik === "string" && { gebruik }),
    ...(isOn(wijzig) && { wijzig: true }),
  };
}
