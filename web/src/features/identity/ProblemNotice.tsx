import { Trans, useLingui } from "@lingui/react/macro";
import { errors } from "@toetssteen/contract";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "./problem.ts";

/** Something on a page could not be done: what happened, and what to do. Nothing was changed. */
export function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const { i18n } = useLingui();
  return (
    <Notice kind="error">
      <p>
        {problem === "NO_CONNECTION" ? (
          <Trans>Er is nu geen verbinding. Er is niets veranderd. Probeer het zo opnieuw.</Trans>
        ) : (
          errors[problem][i18n.locale === "en" ? "en" : "nl"]
        )}
      </p>
    </Notice>
  );
}
