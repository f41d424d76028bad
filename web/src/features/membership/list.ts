import type { Role } from "../../gql/graphql.ts";
import type { ListState, Sorting } from "./list-state.ts";
import type { Membership } from "./people.ts";

interface Language {
  readonly language: string;
  readonly roleNames: (roles: readonly Role[]) => string;
}

/** The members that are looked for, in the order that was asked for; within the same by name. */
export function list(
  members: readonly Membership[],
  { search, sorting, isReversed }: ListState,
  { language, roleNames }: Language,
): readonly Membership[] {
  const collator = new Intl.Collator(language, { sensitivity: "base", numeric: true });
  const byName = (one: Membership, other: Membership) => collator.compare(one.name, other.name);
  const orders: Record<Sorting, (one: Membership, other: Membership) => number> = {
    naam: byName,
    rol: (one, other) => collator.compare(roleNames(one.roles), roleNames(other.roles)),
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

/** Without accents and capitals: who types `coordinator` finds `coördinator`. */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
