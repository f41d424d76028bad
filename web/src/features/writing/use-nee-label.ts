import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { NeeLabel } from "../../gql/graphql.ts";

const names: Record<NeeLabel, MessageDescriptor> = {
  POLICY_CHOICE: msg`Beleidskeuze`,
  NOT_YET: msg`Nog niet`,
  RISK_ACCEPTED: msg`Risico aanvaard`,
};

/** In the order in which they are offered. */
export const neeLabels = Object.keys(names) as readonly NeeLabel[];

/** What a nee is called, by its label. */
export function useNeeLabel(): (label: NeeLabel) => string {
  const { t } = useLingui();
  return (label) => t(names[label]);
}
