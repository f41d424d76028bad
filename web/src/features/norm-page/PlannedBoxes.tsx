import { Fragment } from "react";
import type { ComponentProps } from "react";
import type { PassageField } from "../../gql/graphql.ts";
import { PassageTextFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { PassageBox } from "../writing/PassageBox.tsx";
import type { MaskedPassage } from "../writing/PassageBox.tsx";
import { PlanRow } from "./PlanRow.tsx";

interface Props {
  /** The norm or indicator that isn't met. */
  readonly part: string;
  readonly passages: readonly (MaskedPassage & {
    readonly id: string;
    readonly field: PassageField;
  })[];
  readonly plan: ComponentProps<typeof PlanRow>["plan"];
  readonly canWrite: boolean;
  readonly isOfNee?: boolean;
}

/** Lines of a ledger: why something isn't met, the plan with who and when, and what it means. */
export function PlannedBoxes({ part, passages, plan, canWrite, isOfNee = false }: Props) {
  return passages
    .filter((passage) => !isOfNee || !isAskedAbove(passage))
    .map((passage) => (
      <Fragment key={passage.id}>
        <PassageBox passage={passage} part={part} isOfNee={isOfNee} isRow />
        {passage.field === "PLAN" && <PlanRow plan={plan} part={part} canWrite={canWrite} />}
      </Fragment>
    ));
}

/** Why the answer is nee is what the answer says; the box for it stands only where somebody has written in it. */
function isAskedAbove(passage: Props["passages"][number]): boolean {
  const { field, version } = readFragment(PassageTextFragmentDoc, passage);
  return field === "REASON" && version === 0;
}
