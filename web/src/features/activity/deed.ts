import type { RecentActivityQuery } from "../../gql/graphql.ts";

/** Something that somebody did, as the server has it. */
export type Deed = RecentActivityQuery["activity"]["entries"][number];

/** What is told as one thing. */
export interface Told {
  readonly deed: Deed;
  /** How many documents or files it was about; 1 of what isn't counted. */
  readonly count: number;
}

/**
 * The last of what somebody did more than once in a row in one place: a text in two boxes is read as one thing. Documents
 * that somebody added in a row are counted, and their files belong to them.
 */
export function toldTogether(deeds: readonly Deed[]): readonly Told[] {
  const told: { deed: Deed; count: number }[] = [];
  for (const deed of deeds) {
    const last = told.at(-1);
    if (last === undefined || !isOneWith(last.deed, deed)) told.push({ deed, count: 1 });
    else if (last.deed.what === deed.what) last.count += isCounted(deed) ? 1 : 0;
    // A document is more than a file of it.
    else if (deed.what === "evidence_added") Object.assign(last, { deed, count: 1 });
  }
  return told;
}

function isCounted({ what }: Deed): boolean {
  return what === "evidence_added" || what === "file_uploaded";
}

function isOneWith(later: Deed, deed: Deed): boolean {
  if (later.by.personId !== deed.by.personId) return false;
  if (!isCounted(later) || !isCounted(deed)) return subjectOf(later) === subjectOf(deed);
  // Files that were added to different documents are different things.
  return (
    later.what === "evidence_added" ||
    deed.what === "evidence_added" ||
    thingOf(later) === thingOf(deed)
  );
}

function subjectOf(deed: Deed): string {
  return JSON.stringify([deed.by.personId, deed.what, deed.part, thingOf(deed)]);
}

/** The person, document or norm that it is about, as the server names it; empty where it names none. */
export function thingOf({ what, changes }: Deed): string {
  const title = changes.find(({ field }) => field === "title");
  if (title) return title.to ?? title.from ?? "";
  return named.has(what) ? (changes[0]?.field ?? "") : "";
}

/** To how many documents it was done at once; of what is done to one thing, 1. */
export function countOf({ changes }: Deed): number {
  return Math.max(1, changes.filter(({ field }) => field === "title").length);
}

/** In these the name stands where others have the field that changed. */
const named = new Set([
  "member_invited",
  "invitation_withdrawn",
  "roles_changed",
  "membership_ended",
  "membership_restored",
  "oversight_granted",
  "oversight_withdrawn",
  "norm_submitted",
  "file_uploaded",
  "file_removed",
  "file_restored",
]);
