import { applicabilityChange, kwaliteitInBeeld2, partApplies, partsOf } from "@toetssteen/norms";
import type { Edition, Part, Profile } from "@toetssteen/norms";

/** What a library says of itself. */
export interface Facts extends Profile {
  readonly locations: number;
}

/** The same while it is typed: a number that isn't there yet is no number. */
export interface Draft extends Profile {
  readonly locations: string;
}

export const factNames = ["vobMember", "runsIdo", "locations"] as const;
export type FactName = (typeof factNames)[number];

export const mostLocations = 10_000;

export function draftOf({ vobMember, runsIdo, locations }: Facts): Draft {
  return { vobMember, runsIdo, locations: String(locations) };
}

/** Null while what is typed is no number of locations. */
export function factsOf(draft: Draft): Facts | null {
  const text = draft.locations.trim();
  const locations = /^\d{1,5}$/.test(text) ? Number(text) : mostLocations + 1;
  if (locations > mostLocations) return null;
  return { vobMember: draft.vobMember, runsIdo: draft.runsIdo, locations };
}

/** Whether something was chosen or typed that differs from what stands. */
export function isChanged(latest: Facts, draft: Draft): boolean {
  const facts = factsOf(draft);
  return facts === null || differences(latest, facts).length > 0;
}

export function differences(one: Facts, other: Facts): FactName[] {
  return factNames.filter((name) => one[name] !== other[name]);
}

/** The edition whose conditions are known here; a library on another one isn't told what changes. */
export function findEdition(code: string | undefined): Edition | null {
  return code === kwaliteitInBeeld2.code ? kwaliteitInBeeld2 : null;
}

/** Codes of the indicators that come and go with a change. */
export function consequences(edition: Edition, before: Profile, after: Profile) {
  const { appear, disappear } = applicabilityChange(edition, before, after);
  return { appear: appear.map(codeOf), disappear: disappear.map(codeOf) };
}

/** Indicators that not every library answers, and whether this one does. */
export function conditional(edition: Edition, profile: Profile) {
  return partsOf(edition)
    .filter((part) => part.kind === "indicator" && part.indicator.applies !== undefined)
    .map((part) => ({
      code: part.code,
      norm: part.norm.code,
      applies: partApplies(part, profile),
    }));
}

function codeOf({ code }: Part): string {
  return code;
}
