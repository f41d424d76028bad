import { getRouteApi } from "@tanstack/react-router";
import { OverviewDocument } from "../../gql/graphql.ts";
import type { OverviewQuery } from "../../gql/graphql.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { countStates, partsOf } from "./parts.ts";
import type { WorkCounts } from "./WorkStates.tsx";

export type Overview = NonNullable<OverviewQuery["selfEvaluation"]>;
export type Submission = OverviewQuery["submissions"][number];
export type NormOverview = Overview["norms"][number];

const organisationRoute = getRouteApi("/o/$organisation");

/** All that the organisation's route loaded; null where this hat opens no self-evaluation. */
export function useOverviewQuery(): OverviewQuery | null {
  const { variables } = organisationRoute.useLoaderData();
  return useLoaded(OverviewDocument, variables);
}

/** The self-evaluation at a glance; null when there is none for this hat. */
export function useOverview(): Overview | null {
  return useOverviewQuery()?.selfEvaluation ?? null;
}

/** How much of the self-evaluation waits for the person who looks: what was given to them and isn't done. */
export function useWorkToDo(personId: string): number {
  const query = useOverviewQuery();
  if (query === null) return 0;
  return partsOf(query).filter(
    ({ assignee, state }) => assignee?.personId === personId && state !== "DONE",
  ).length;
}

/** How far the parts of a norm are, the norm as a whole among them. */
export function useCounts(): (norm: string) => WorkCounts {
  const query = useOverviewQuery();
  const parts = query === null ? [] : partsOf(query);
  return (code) => countStates(parts.filter(({ norm }) => norm === code));
}
