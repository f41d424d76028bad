import { longestSearch } from "@toetssteen/contract";
import { isOn, textIn } from "../../address/search.ts";

/** Kinds of documents, as the address names them. */
export const sorts = ["pdf", "tekst", "rekenblad", "dia", "beeld", "mail", "link"] as const;

/** What the address says of the list of documents. Apart from what is done with it: every page knows every address. */
export interface EvidenceSearch {
  /** Words in the title or the name of a file. */
  readonly zoek?: string;
  readonly delen?: "intern" | "gedeeld";
  /** Whether it is used anywhere. */
  readonly gebruikt?: "ja" | "nee";
  /** What it is. */
  readonly soort?: (typeof sorts)[number];
  /** That it is about. */
  readonly jaar?: number;
  /** Added last first, unless this says otherwise. */
  readonly op?: "naam" | "periode";
  /** What was removed instead. */
  readonly weg?: true;
  /** The form to add something is open. */
  readonly nieuw?: true;
}

/** What is no filter is left out, so that an address somebody typed shows the whole list. */
export function readEvidenceSearch(search: Readonly<Record<string, unknown>>): EvidenceSearch {
  const { zoek, delen, gebruikt, soort, jaar, op, weg, nieuw } = search;
  const sort = sorts.find((one) => one === soort);
  const words = textIn(zoek, longestSearch);
  return {
    ...(words !== null && { zoek: words }),
    ...((delen === "intern" || delen === "gedeeld") && { delen }),
    ...((gebruikt === "ja" || gebruikt === "nee") && { gebruikt }),
    ...(sort !== undefined && { soort: sort }),
    ...(/^20\d\d$/.test(String(jaar)) && { jaar: Number(jaar) }),
    ...((op === "naam" || op === "periode") && { op }),
    ...(isOn(weg) && { weg: true }),
    ...(isOn(nieuw) && { nieuw: true }),
  };
}
