import type { Situation, StepPlan, StepSubmission } from "@toetssteen/norms";
import { partsOf } from "./parts.ts";
import type { OverviewQuery, SubmittedChangesQuery } from "../../gql/graphql.ts";

/** Where something else stands than was submitted. */
export type Since = SubmittedChangesQuery["submittedSince"][number]["since"];

/** Whether what a library wrote is another than what it submitted. Its facts alone are no reason to submit again. */
export function isWrittenSince({ cycle, about, unmet, discussions, parts }: Since): boolean {
  return cycle || about || unmet || discussions || parts.length > 0;
}

/** Since when and where something else stands than was submitted, by the submission's id. */
export function sinceOf(changes: SubmittedChangesQuery | null): ReadonlyMap<string, Since> {
  return new Map(changes?.submittedSince.map(({ submissionId, since }) => [submissionId, since]));
}

/** What decides who should do what next. */
export function situationOf(
  query: OverviewQuery,
  changes: SubmittedChangesQuery | null,
  who: Pick<Situation, "personId" | "today" | "mayWrite" | "mayDivide" | "maySubmit">,
): Situation {
  const { selfEvaluation } = query;
  return {
    ...who,
    parts: partsOf(query),
    plans: plansOf(query, who.personId),
    threads: (selfEvaluation?.openThreads ?? []).map(({ id, part, norm, from, waitsForMe }) => ({
      id,
      part,
      norm,
      from: from.name,
      waitsForMe,
    })),
    submissions: newestOf(query, changes),
    beginning: selfEvaluation?.beginning ?? {
      ambitions: true,
      profileChanged: true,
      colleagues: true,
    },
  };
}

/** The plans that somebody carries out. */
export function plansOf({ work }: OverviewQuery, personId: string): readonly StepPlan[] {
  return work.flatMap(({ part, norm, plan }) => {
    return plan?.owner?.personId === personId ? [{ part, norm, dueOn: plan.dueOn }] : [];
  });
}

function newestOf(
  { submissions }: OverviewQuery,
  changes: SubmittedChangesQuery | null,
): readonly StepSubmission[] {
  const since = sinceOf(changes);
  return [...Map.groupBy(submissions, ({ norm }) => norm).values()].flatMap(([newest]) => {
    if (!newest) return [];
    const { id, norm, submittedAt } = newest;
    const difference = since.get(id);
    return [{ norm, submittedAt, isChanged: difference ? isWrittenSince(difference) : null }];
  });
}
