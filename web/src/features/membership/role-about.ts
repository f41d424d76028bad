import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import type { Role } from "../../gql/graphql.ts";

const about: Record<Role, MessageDescriptor> = {
  ADMINISTRATOR: msg`Regelen wie toegang heeft en met welke rol, en alles wat een kwaliteitscoördinator doet.`,
  QUALITY_COORDINATOR: msg`Aan alle antwoorden werken, het bibliotheekprofiel bijhouden en indienen.`,
  COLLEAGUE: msg`Schrijven wat aan jou is gegeven, en de rest lezen.`,
  DIRECTOR: msg`Alles lezen, en zien wie van buiten wat heeft bekeken.`,
  READER: msg`Alles lezen, niets veranderen.`,
  ADVISER: msg`De voortgang zien van bibliotheken die dat goed vinden.`,
  OFFICE: msg`Ontvangen wat bibliotheken indienen, en auditors een opdracht geven.`,
  AUDITOR: msg`Een ingediend dossier lezen, voor een opdracht en zolang die duurt.`,
};

const managing = msg`Regelen wie toegang heeft en met welke rol.`;

/** In a sentence, what somebody with a role does. `fitting`: the roles that the organisation has. */
export function useRoleAbout(fitting: readonly Role[]): (role: Role) => string {
  const { t } = useLingui();
  const isLibrary = fitting.includes("QUALITY_COORDINATOR");
  return (role) => t(role === "ADMINISTRATOR" && !isLibrary ? managing : about[role]);
}
