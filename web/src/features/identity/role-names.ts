import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Role } from "../../gql/graphql.ts";

const names: Record<Role, MessageDescriptor> = {
  ADMINISTRATOR: msg`beheerder`,
  QUALITY_COORDINATOR: msg`kwaliteitscoördinator`,
  COLLEAGUE: msg`medewerker`,
  DIRECTOR: msg`directeur-bestuurder`,
  READER: msg`meelezer`,
  ADVISER: msg`adviseur`,
  OFFICE: msg`bureau`,
  AUDITOR: msg`auditor`,
};

/** The roles of a hat, in words. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const { t } = useLingui();
  return (roles) => roles.map((role) => t(names[role])).join(", ");
}
