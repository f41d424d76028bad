import type { DocumentKind, EvidenceListQueryVariables } from "../../gql/graphql.ts";
import type { EvidenceSearch } from "./evidence-search.ts";

const pageSize = 50;

export const kindsBySort = {
  pdf: "PDF",
  tekst: "TEXT",
  rekenblad: "SHEET",
  dia: "SLIDES",
  beeld: "IMAGE",
  mail: "MAIL",
  link: "LINK",
} as const satisfies Record<NonNullable<EvidenceSearch["soort"]>, DocumentKind>;

/** What the server is asked for an address. */
export function variablesFor(
  organisationId: string,
  { zoek, delen, gebruikt, soort, jaar, op, weg }: EvidenceSearch,
): EvidenceListQueryVariables {
  const sharing = { intern: "INTERNAL", gedeeld: "SHARED" } as const;
  return {
    organisationId,
    filter: {
      text: zoek ?? null,
      sharing: delen === undefined ? null : sharing[delen],
      documentKind: soort === undefined ? null : kindsBySort[soort],
      used: gebruikt === undefined ? null : gebruikt === "ja",
      aboutFrom: jaar === undefined ? null : `${jaar}-01-01`,
      aboutTo: jaar === undefined ? null : `${jaar}-12-31`,
      removed: weg === true,
    },
    sort: op === "naam" ? "TITLE" : op === "periode" ? "ABOUT" : "ADDED",
    first: pageSize,
  };
}

/** Whether less than everything is shown. */
export function isNarrowed({ zoek, delen, gebruikt, soort, jaar }: EvidenceSearch): boolean {
  return [zoek, delen, gebruikt, soort, jaar].some((one) => one !== undefined);
}
