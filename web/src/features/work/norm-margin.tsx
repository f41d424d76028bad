import { createContext, use, useMemo } from "react";
import type { ReactNode } from "react";
import { NormMarginDocument } from "../../gql/graphql.ts";
import type { NormMarginQuery, NormMarginQueryVariables } from "../../gql/graphql.ts";
import { useFresh } from "../../network/use-fresh.ts";
import { useLoaded } from "../../network/use-loaded.ts";

/** What stands beside one part, as far as people made it together. */
export type BesidePart = NormMarginQuery["work"][number];

const Parts = createContext<ReadonlyMap<string, BesidePart>>(new Map());
const CanComment = createContext(false);

interface Props {
  /** Loaded by the route. */
  readonly variables: NormMarginQueryVariables;
  readonly children: ReactNode;
}

/** Around the page of a norm: gives the margins of its parts what belongs in them, and keeps that fresh. */
export function NormMargin({ variables, children }: Props) {
  useFresh(NormMarginDocument, variables);
  const loaded = useLoaded(NormMarginDocument, variables);
  const work = loaded?.work;
  const parts = useMemo(() => new Map(work?.map((one) => [one.part, one])), [work]);
  return (
    <CanComment value={loaded?.selfEvaluation?.canComment ?? false}>
      <Parts value={parts}>{children}</Parts>
    </CanComment>
  );
}

/** Null where the part left while the page stood there: its indicator applies no longer. */
export function useBesidePart(part: string): BesidePart | null {
  return use(Parts).get(part) ?? null;
}

/** Whether whoever looks may say something beside the parts. */
export function useCanComment(): boolean {
  return use(CanComment);
}
