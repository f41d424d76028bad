import { Trans } from "@lingui/react/macro";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "./problem.ts";
import { useErrorText } from "./use-error-text.ts";

/** Something on a page could not be done: what happened, and what to do. Nothing was changed. */
export function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const textOf = useErrorText();
  return (
    <Notice kind="error">
      <p>
        {problem === "NO_CONNECTION" ? (
          <Trans>Er is nu geen verbinding. Er is niets veranderd. Probeer het zo opnieuw.</Trans>
        ) : (
          textOf(problem)
        )}
      </p>
    </Notice>
  );
}
