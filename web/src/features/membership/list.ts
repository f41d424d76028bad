import { fold } from "@toetssteen/contract";
import type { Role } from "../../gql/graphql.ts";
import { compareNames } from "../../i18n/compare-names.ts";
import type { ListState, Sorting } from "./list-state.ts";
import type { Membership } from "./people.ts";

interface Language {
  readonly roleNames: (roles: readonly Role[]) => string;
}

/** The members that are looked for, in the order that was asked for; within the same by name. */
export function list(
  members: readonly Membership[],
  { search, sorting, isReversed }: ListState,
  { roleNames }: Language,
): readonly Membership[] {
  const byName = (one: Membership, other: Membership) => compareNames(one.name, other.name);
  const orders: Record<Sorting, (one: Membership, other: Membership) => number> = {
    naam: byName,
    rol: (one, other) => compareNames(roleNames(one.roles), roleNames(other.roles)),
    sinds: (one, other) => one.since.localeCompare(other.since),
  };
  const direction = isReversed ? -1 : 1;
  const words = fold(search).split(/\s+/).filter(Boolean);
  return members
    .filter(({ name, roles }) => {
      const text = fold(`${name} ${roleNames(roles)}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => direction * orders[sorting](one, other) || byName(one, other));
}
