import { createFileRoute, notFound } from "@tanstack/react-router";
import { fromAddress } from "../../../../address/search.ts";
import { load } from "../../../../network/apollo.ts";
import { EvidenceItemPage } from "../../../../features/evidence/EvidenceItemPage.tsx";
import { readItemSearch } from "../../../../features/evidence/item-search.ts";
import { Refused } from "../../../../network/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { EvidenceItemDocument } from "../../../../gql/graphql.ts";
import { loadMessages } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";
import { readPanelSearch } from "../../../../address/panel-search.ts";

export const Route = createFileRoute("/o/$organisation/bewijsstukken/$id")({
  validateSearch: fromAddress((search) => ({
    ...readItemSearch(search),
    ...readPanelSearch(search),
  })),
  loader: async ({ context: { client }, params: { organisation, id } }) => {
    const variables = { organisationId: organisation, id };
    const [{ evidenceItem }] = await Promise.all([
      load(client, EvidenceItemDocument, variables),
      loadMessages("evidence", "writing"),
    ]);
    if (!evidenceItem) throwSignal(notFound());
    return { variables };
  },
  // What is opened on the page says nothing else about it.
  shouldReload: ({ cause }) => cause !== "stay",
  component: Item,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Item() {
  const { variables } = Route.useLoaderData();
  const navigate = Route.useNavigate();
  return (
    <EvidenceItemPage
      key={variables.id}
      variables={variables}
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
