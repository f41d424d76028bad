import type { Role } from "../rights/kinds.ts";

/** What an organisation is, by what it has and is appointed as; it may be several at once. */
export interface OrganisationKinds {
  readonly library: boolean;
  readonly supportOrganisation: boolean;
  readonly certificationBody: boolean;
}

/** The roles that people can have at an organisation of these kinds. */
export function fittingRoles(organisation: OrganisationKinds): Role[] {
  return [
    "administrator",
    ...(organisation.library
      ? (["quality_coordinator", "colleague", "director", "reader"] as const)
      : []),
    ...(organisation.supportOrganisation ? (["adviser"] as const) : []),
    ...(organisation.certificationBody ? (["office", "auditor"] as const) : []),
  ];
}
