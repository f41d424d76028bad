import { createContext, use, useMemo } from "react";
import type { ReactNode } from "react";
import { UseInMarginFragmentDoc } from "../../../gql/graphql.ts";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { DropOnParts } from "./drop-on-part.tsx";
import type { NormPageQuery, UseInMarginFragment } from "../../../gql/graphql.ts";

export type Slot = Norm["questions"][number]["slots"][number];
type Norm = NonNullable<NonNullable<NormPageQuery["selfEvaluation"]>["norm"]>;

/** What stands beside one part. */
export interface PartEvidence {
  readonly uses: readonly UseInMarginFragment[];
  /** Kinds of document that could show it: examples, never a list to complete. */
  readonly slots: readonly Slot[];
  readonly canLink: boolean;
}

const Parts = createContext<ReadonlyMap<string, PartEvidence>>(new Map());
const nothing: PartEvidence = { uses: [], slots: [], canLink: false };

/** Around the page of a norm: gives the margins of its parts their documents. */
export function NormEvidence({
  norm,
  children,
}: {
  readonly norm: Norm;
  readonly children: ReactNode;
}) {
  const parts = useMemo(() => {
    const all = [
      { ...norm, slots: [] },
      ...norm.indicators.map((one) => ({ ...one, slots: [] })),
      ...norm.questions,
    ];
    return new Map(
      all.map(({ code, evidence, slots, passages }): [string, PartEvidence] => [
        code,
        {
          uses: evidence.map((use) => readFragment(UseInMarginFragmentDoc, use)),
          slots,
          canLink: passages.some((passage) => passage.canWrite),
        },
      ]),
    );
  }, [norm]);
  return (
    <Parts value={parts}>
      <DropOnParts norm={norm.code} canLink={(part) => parts.get(part)?.canLink === true}>
        {children}
      </DropOnParts>
    </Parts>
  );
}

export function usePartEvidence(part: string): PartEvidence {
  return use(Parts).get(part) ?? nothing;
}
