import { useOverviewQuery } from "../self-evaluation/use-overview.ts";
import type { Submission } from "../self-evaluation/use-overview.ts";

/** All times that a norm was submitted, the latest first. */
export function useVersionsOf(norm: string): readonly Submission[] {
  const submissions = useOverviewQuery()?.submissions ?? [];
  return submissions.filter((one) => one.norm === norm);
}

/** The last time that a norm was submitted; null before the first. */
export function useLastSubmission(): (norm: string) => Submission | null {
  const submissions = useOverviewQuery()?.submissions ?? [];
  return (code) => submissions.find(({ norm }) => norm === code) ?? null;
}
