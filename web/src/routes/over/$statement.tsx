import { createFileRoute, notFound } from "@tanstack/react-router";
import { AccessibilityStatement } from "../../features/statement/AccessibilityStatement.tsx";
import { PrivacyStatement } from "../../features/statement/PrivacyStatement.tsx";
import { statements } from "../../features/statement/StatementPage.tsx";
import { Vestibule } from "../../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../../features/shell/VestibuleProblem.tsx";
import { loadMessages } from "../../i18n/language.ts";
import { throwSignal } from "../../address/router-signal.ts";

export const Route = createFileRoute("/over/$statement")({
  loader: async ({ params }) => {
    const statement = statements.find((name) => name === params.statement);
    if (statement === undefined) return throwSignal(notFound());
    await loadMessages("statement");
    return { statement };
  },
  component: Statement,
  errorComponent: VestibuleProblem,
});

function Statement() {
  const { statement } = Route.useLoaderData();
  return (
    <Vestibule>
      {statement === "privacy" ? <PrivacyStatement /> : <AccessibilityStatement />}
    </Vestibule>
  );
}
