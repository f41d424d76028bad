import { useLingui } from "@lingui/react/macro";
import type { WorkState } from "../../gql/graphql.ts";

/** How far work is, in words. */
export function useStateNames(): Readonly<Record<WorkState, string>> {
  const { t } = useLingui();
  return {
    TO_DO: t`te doen`,
    IN_PROGRESS: t`in bewerking`,
    READY_TO_READ: t`na te lezen`,
    DONE: t`klaar`,
  };
}
