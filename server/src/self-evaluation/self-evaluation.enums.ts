import type { NeeLabel } from "@toetssteen/contract";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const verdictEnum = { JA: "ja", NEE: "nee" } as const;
export const neeLabelEnum = {
  POLICY_CHOICE: "policy_choice",
  NOT_YET: "not_yet",
  RISK_ACCEPTED: "risk_accepted",
} as const satisfies { [L in NeeLabel as Uppercase<L>]: L };

export type Verdict = (typeof verdictEnum)[keyof typeof verdictEnum];

registerEnumType(verdictEnum, {
  name: "Verdict",
  description: "Neither is right or wrong; never counted.",
});
registerEnumType(neeLabelEnum, {
  name: "NeeLabel",
  description:
    "What a nee is; it stands beside its reason, plan and consequences, never in their place.",
});
