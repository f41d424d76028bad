import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../address-search.ts";
import { load } from "../../../apollo.ts";
import { PlanningPage } from "../../../features/planning/PlanningPage.tsx";
import { PlanningDocument } from "../../../gql/graphql.ts";
import { learn } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/planning")({
  validateSearch: fromAddress(({ opdracht }): { opdracht?: string } =>
    typeof opdracht === "string" ? { opdracht } : {},
  ),
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation };
    await Promise.all([load(client, PlanningDocument, variables), learn("planning")]);
    return { variables };
  },
  component: Planned,
});

function Planned() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  const { opdracht } = Route.useSearch();
  return <PlanningPage variables={variables} name={hat.name} giving={opdracht} />;
}
