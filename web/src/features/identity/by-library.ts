import type { MandateDatesFragment } from "../../gql/graphql.ts";

/** What an auditor may read of one library, the norms in order. */
export interface LibraryMandates<Mandate> {
  readonly organisationId: string;
  readonly libraryName: string;
  readonly mandates: readonly Mandate[];
}

type Of = Pick<
  MandateDatesFragment,
  "organisationId" | "libraryName" | "norm" | "submittedAt" | "closesAt"
>;

/** Mandates by their library; the library of which one ends first comes first. */
export function byLibrary<Mandate extends Of>(
  mandates: readonly Mandate[],
): readonly LibraryMandates<Mandate>[] {
  const soonest = mandates.toSorted((one, other) => one.closesAt.localeCompare(other.closesAt));
  return [...Map.groupBy(soonest, ({ organisationId }) => organisationId)].map(
    ([organisationId, theirs]) => ({
      organisationId,
      libraryName: theirs[0]?.libraryName ?? "",
      mandates: theirs.toSorted(
        (one, other) =>
          one.norm.localeCompare(other.norm, "nl", { numeric: true }) ||
          other.submittedAt.localeCompare(one.submittedAt),
      ),
    }),
  );
}

/** Whether more than one version of this norm is among them, so that its code alone doesn't tell which. */
export function isOneOfMore(mandate: Of, mandates: readonly Of[]): boolean {
  return (
    mandates.filter(
      ({ norm, organisationId }) =>
        norm === mandate.norm && organisationId === mandate.organisationId,
    ).length > 1
  );
}
