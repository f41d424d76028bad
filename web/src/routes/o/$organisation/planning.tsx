import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../address/search.ts";
import { load } from "../../../network/apollo.ts";
import { PlanningPage } from "../../../features/planning/PlanningPage.tsx";
import { choiceOf, readPlanningSearch } from "../../../features/planning/planning-search.ts";
import { PlanningDocument, PlanningWaitsDocument } from "../../../gql/graphql.ts";
import { loadMessages } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/planning")({
  validateSearch: fromAddress(readPlanningSearch),
  loaderDeps: ({ search }) => ({ choice: choiceOf(search) }),
  loader: async ({ context: { client }, params: { organisation }, deps: { choice } }) => {
    const variables = { organisationId: organisation, choice };
    await Promise.all([
      load(client, PlanningDocument, variables),
      load(client, PlanningWaitsDocument, { organisationId: organisation }),
      loadMessages("planning"),
    ]);
    return { variables };
  },
  component: Planned,
});

function Planned() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  const search = Route.useSearch();
  return <PlanningPage variables={variables} name={hat.name} search={search} />;
}
