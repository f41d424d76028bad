import { getRouteApi } from "@tanstack/react-router";
import {
  AnswerWorkFragmentDoc,
  CycleDatesFragmentDoc,
  NormProgressFragmentDoc,
  OverviewDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { OverviewQuery } from "../../gql/graphql.ts";
import { useLoaded } from "../../use-loaded.ts";
import type { Work } from "./next-step.ts";

export type Overview = NonNullable<OverviewQuery["selfEvaluation"]>;
export type Submission = OverviewQuery["submissions"][number];
export type NormOverview = Overview["norms"][number];

const organisationRoute = getRouteApi("/o/$organisation");

/** The self-evaluation at a glance; null when there is none for this hat. Loaded by the organisation's route. */
export function useOverview(): Overview | null {
  const { variables } = organisationRoute.useLoaderData();
  return useLoaded(OverviewDocument, variables)?.selfEvaluation ?? null;
}

/** How much of the self-evaluation waits for the person who looks: what was given to them and isn't done. */
export function useWorkToDo(): number {
  const { variables } = organisationRoute.useLoaderData();
  const mine = useLoaded(OverviewDocument, variables)?.myWork ?? [];
  return mine.filter(({ state }) => state !== "DONE").length;
}

/** The last time that a norm was submitted; null before the first. */
export function useLastSubmission(): (norm: string) => Submission | null {
  const { variables } = organisationRoute.useLoaderData();
  const submissions = useLoaded(OverviewDocument, variables)?.submissions ?? [];
  return (code) => submissions.find(({ norm }) => norm === code) ?? null;
}

export function datesOf(overview: Overview) {
  return readFragment(CycleDatesFragmentDoc, overview.cycle);
}

export function countsOf(norm: NormOverview) {
  return readFragment(NormProgressFragmentDoc, norm).workStates;
}

/** The answers of a norm as work. */
export function worksOf(norm: NormOverview): Work[] {
  return norm.indicators.map(({ code, answer }) => {
    const { verdict, workState, canAnswer, assignee, changedAt } = readFragment(
      AnswerWorkFragmentDoc,
      answer,
    );
    return {
      norm: norm.code,
      indicator: code,
      state: workState,
      canAnswer,
      assignee,
      isAnswered: verdict !== null,
      changedAt,
    };
  });
}
