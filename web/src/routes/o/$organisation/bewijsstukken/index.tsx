import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../../address/search.ts";
import { load } from "../../../../network/apollo.ts";
import { EvidencePage } from "../../../../features/evidence/EvidencePage.tsx";
import { readEvidenceSearch } from "../../../../features/evidence/evidence-search.ts";
import { variablesFor } from "../../../../features/evidence/evidence-variables.ts";
import { whatOpens } from "../../../../features/identity/what-opens.ts";
import { EvidenceListDocument, EvidenceYearsDocument } from "../../../../gql/graphql.ts";
import { loadMessages } from "../../../../i18n/language.ts";
import { readPanelSearch } from "../../../../address/panel-search.ts";

export const Route = createFileRoute("/o/$organisation/bewijsstukken/")({
  validateSearch: fromAddress((search) => ({
    ...readEvidenceSearch(search),
    ...readPanelSearch(search),
  })),
  // What opens on the page is no other list.
  loaderDeps: ({ search: { nieuw: _, paneel: __, ...search } }) => search,
  loader: async ({ context: { client }, params: { organisation }, deps }) => {
    const variables = variablesFor(organisation, deps);
    await Promise.all([
      load(client, EvidenceListDocument, variables),
      load(client, EvidenceYearsDocument, { organisationId: organisation }),
      loadMessages("evidence", "writing"),
    ]);
    return { variables };
  },
  component: EvidenceList,
  // Who types a name keeps the list, and the box they type in, until the next list is there.
  pendingMs: 15_000,
});

function EvidenceList() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  return (
    <EvidencePage
      variables={variables}
      search={Route.useSearch()}
      organisationName={hat.name}
      canAdd={whatOpens(hat).addEvidence}
    />
  );
}
