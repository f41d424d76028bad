import { showsSomething } from "@toetssteen/contract";
import type { Sharing, WriteEvidenceInput } from "../../gql/graphql.ts";

/** What people fill in about a document, whatever it is made of. */
export interface Details {
  readonly title: string;
  /** Of a link; null where there are files. */
  readonly url: string | null;
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
  readonly sharing: Sharing;
  readonly personalDataNote: string;
}

export const detailNames = [
  "title",
  "url",
  "aboutFrom",
  "aboutTo",
  "sharing",
  "personalDataNote",
] as const satisfies (keyof Details)[];
export type DetailName = (typeof detailNames)[number];

export const noDetails: Details = {
  title: "",
  url: null,
  aboutFrom: null,
  aboutTo: null,
  sharing: "INTERNAL",
  personalDataNote: "",
};

export function detailsOf(all: Details): Details {
  const { title, url, aboutFrom, aboutTo, sharing, personalDataNote } = all;
  return { title, url, aboutFrom, aboutTo, sharing, personalDataNote };
}

/** Which fields can't be kept as they are. */
export type DetailProblem = "no title" | "no address" | "ends before it begins";

export function problemsOf(details: Details): ReadonlySet<DetailProblem> {
  const { title, url, aboutFrom, aboutTo } = details;
  return new Set<DetailProblem>([
    ...(!showsSomething(title) ? (["no title"] as const) : []),
    ...(url !== null && !isWebAddress(url) ? (["no address"] as const) : []),
    ...(aboutFrom !== null && aboutTo !== null && aboutFrom > aboutTo
      ? (["ends before it begins"] as const)
      : []),
  ]);
}

/** An address that opens as a page, without a name and password in it. */
function isWebAddress(text: string): boolean {
  const address = URL.parse(text.trim());
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.username === "" &&
    address.password === "" &&
    !/\s/.test(text.trim())
  );
}

/** As it is sent. */
export function inputOf(
  details: Details,
  of: Pick<WriteEvidenceInput, "organisationId" | "id" | "baseVersion">,
): WriteEvidenceInput {
  const { title, url, personalDataNote, ...rest } = details;
  return {
    ...of,
    ...rest,
    kind: url === null ? "FILES" : "LINK",
    title: title.trim(),
    url: url?.trim() ?? null,
    personalDataNote: personalDataNote.trim(),
  };
}

/** The fields in which two differ. */
export function differences(one: Details, other: Details): DetailName[] {
  return detailNames.filter((name) => one[name] !== other[name]);
}
