import { i18n } from "@lingui/core";
import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../address/search.ts";
import { load } from "../../../network/apollo.ts";
import { readOverseenSearch } from "../../../features/oversight/overseen-search.ts";
import { OverseenPage } from "../../../features/oversight/OverseenPage.tsx";
import { OverseenDocument } from "../../../gql/graphql.ts";
import { loadMessages, localeOf } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/leden")({
  validateSearch: fromAddress(readOverseenSearch),
  loaderDeps: ({ search: { kwartaal, zoek, sorteer } }) => ({ kwartaal, zoek, sorteer }),
  loader: async ({ context: { client }, params: { organisation }, deps }) => {
    const variables = {
      organisationId: organisation,
      locale: localeOf(i18n.locale),
      sort: deps.sorteer === "naam" ? ("NAME" as const) : ("AUDIT" as const),
      quarter: deps.kwartaal ?? null,
      search: deps.zoek ?? "",
    };
    await Promise.all([load(client, OverseenDocument, variables), loadMessages("oversight")]);
    return { variables };
  },
  component: Members,
  // Who types a name keeps the list, and the box they type in, until the next list is there.
  pendingMs: 15_000,
});

function Members() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  return <OverseenPage variables={variables} search={Route.useSearch()} name={hat.name} />;
}
