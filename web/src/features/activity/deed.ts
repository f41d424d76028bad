import type { RecentActivityQuery } from "../../gql/graphql.ts";

/** Something that somebody did, as the server has it. */
export type Deed = RecentActivityQuery["activity"]["entries"][number];

/** The last of what somebody did more than once in a row in one place: a text in two boxes is read as one thing. */
export function withoutRepeats(deeds: readonly Deed[]): readonly Deed[] {
  return deeds.filter((deed, index) => {
    const later = deeds[index - 1];
    return later === undefined || subjectOf(deed) !== subjectOf(later);
  });
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
