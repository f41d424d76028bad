import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useCallback } from "react";
import { MandateDatesFragmentDoc } from "../../gql/graphql.ts";
import type { Role } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { lastDayBefore, writeDay } from "../../i18n/dates.ts";
import type { Hat } from "./sign-in.ts";

const names: Record<Role, MessageDescriptor> = {
  ADMINISTRATOR: msg`beheerder`,
  QUALITY_COORDINATOR: msg`kwaliteitscoördinator`,
  COLLEAGUE: msg`medewerker`,
  DIRECTOR: msg`directeur`,
  READER: msg`lezer`,
  ADVISER: msg`adviseur`,
  OFFICE: msg`bureau`,
  AUDITOR: msg`auditor`,
};

/** The roles of a hat, in words. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  return useCallback(
    (roles) => new Intl.ListFormat(locale).format(roles.map((role) => t(names[role]))),
    [t, locale],
  );
}

/** As what somebody acts with a hat; a mandate also says until when. */
export function useHatRoles(): (hat: Pick<Hat, "roles" | "mandate">) => string {
  const { t, i18n } = useLingui();
  const roleNames = useRoleNames();
  return ({ roles, mandate }) => {
    if (mandate === null) return roleNames(roles);
    const { closesAt, norm } = readFragment(MandateDatesFragmentDoc, mandate);
    const until = writeDay(lastDayBefore(closesAt), i18n.locale);
    return t`auditor, norm ${norm}, tot en met ${until}`;
  };
}
