import { compareNames } from "../../i18n/compare-names.ts";
import type { Role } from "../../gql/graphql.ts";

interface Person {
  readonly personId: string;
  readonly name: string;
}

/** Who reads along can be given nothing to write. */
const writing: readonly Role[] = ["ADMINISTRATOR", "QUALITY_COORDINATOR", "COLLEAGUE"];

/**
 * To whom a part can be given: who may write, by name, and whoever has it now, also when they have left since (without
 * roles then).
 */
export function candidates(
  members: readonly (Person & { readonly roles: readonly Role[] })[],
  assignee: Person | null,
): readonly (Person & { readonly roles: readonly Role[] })[] {
  const able = members.filter(
    ({ personId, roles }) =>
      personId === assignee?.personId || roles.some((role) => writing.includes(role)),
  );
  const hasLeft = assignee !== null && !able.some(({ personId }) => personId === assignee.personId);
  return [...able, ...(hasLeft ? [{ ...assignee, roles: [] }] : [])].toSorted((one, other) =>
    compareNames(one.name, other.name),
  );
}
