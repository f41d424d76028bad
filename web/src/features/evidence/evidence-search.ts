/** What the address says of the list of documents. Apart from what is done with it: every page knows every address. */
export interface EvidenceSearch {
  /** Words in the title or the name of a file. */
  readonly zoek?: string;
  readonly delen?: "intern" | "gedeeld";
  /** Whether it is used anywhere. */
  readonly gebruikt?: "ja" | "nee";
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
  const { zoek, delen, gebruikt, jaar, op, weg, nieuw } = search;
  const words =
    typeof zoek === "string" || typeof zoek === "number"
      ? String(zoek).trim().slice(0, 200).toWellFormed()
      : "";
  const isYear = typeof jaar === "number" && Number.isInteger(jaar) && jaar >= 2000 && jaar < 2100;
  return {
    ...(words !== "" && { zoek: words }),
    ...((delen === "intern" || delen === "gedeeld") && { delen }),
    ...((gebruikt === "ja" || gebruikt === "nee") && { gebruikt }),
    ...(isYear && { jaar }),
    ...((op === "naam" || op === "periode") && { op }),
    ...(weg === true && { weg }),
    ...(nieuw === true && { nieuw }),
  };
}
