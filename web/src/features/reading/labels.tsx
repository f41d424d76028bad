import { Trans } from "@lingui/react/macro";
import type { DiscussionKind, NeeLabel, PassageField } from "../../gql/graphql.ts";

/** Name of a box, above what was written in it. */
export function PassageLabel({ field }: { readonly field: PassageField }) {
  switch (field) {
    case "AMBITIONS":
      return <Trans>Ambities</Trans>;
    case "BOTTLENECKS":
      return <Trans>Knelpunten</Trans>;
    case "ACCENTS":
      return <Trans>Lokale accenten</Trans>;
    case "FACTS":
      return <Trans>Feiten</Trans>;
    case "VIEW":
      return <Trans>Eigen kijk</Trans>;
    case "PRACTICE":
      return <Trans>Hoe het is</Trans>;
    case "JUDGEMENT":
      return <Trans>Eigen oordeel</Trans>;
    case "REASON":
      return <Trans>Reden</Trans>;
    case "PLAN":
      return <Trans>Plan</Trans>;
    case "CONSEQUENCES":
      return <Trans>Gevolgen en risico’s</Trans>;
  }
}

/** What a nee is, beside its reasons. */
export function NeeLabelText({ label }: { readonly label: NeeLabel }) {
  switch (label) {
    case "POLICY_CHOICE":
      return <Trans>beleidskeuze</Trans>;
    case "NOT_YET":
      return <Trans>nog niet</Trans>;
    case "RISK_ACCEPTED":
      return <Trans>risico aanvaard</Trans>;
  }
}

export function DiscussionKindText({ kind }: { readonly kind: DiscussionKind }) {
  switch (kind) {
    case "FUNCTION_GROUP":
      return <Trans>functiegroep</Trans>;
    case "PARTNER":
      return <Trans>partner</Trans>;
  }
}
