import { i18n } from "@lingui/core";
import { createFileRoute } from "@tanstack/react-router";
import { load } from "../../../network/apollo.ts";
import { Refused } from "../../../network/problem.ts";
import { ProblemPage } from "../../../features/identity/ProblemPage.tsx";
import { whatOpens } from "../../../features/identity/what-opens.ts";
import { OversightPage } from "../../../features/oversight/OversightPage.tsx";
import { OversightDocument } from "../../../gql/graphql.ts";
import { loadMessages, localeOf } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/meekijken")({
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation, locale: localeOf(i18n.locale) };
    await Promise.all([load(client, OversightDocument, variables), loadMessages("oversight")]);
    return { variables };
  },
  component: WhoLooks,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function WhoLooks() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  return (
    <OversightPage
      key={hat.id}
      variables={variables}
      name={hat.name}
      seesLog={whatOpens(hat).accessLog}
    />
  );
}
