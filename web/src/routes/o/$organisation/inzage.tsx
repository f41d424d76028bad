import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../address/search.ts";
import { load } from "../../../network/apollo.ts";
import { AccessLogPage } from "../../../features/access-log/AccessLogPage.tsx";
import { lookers } from "../../../features/access-log/lookers.ts";
import type { Lookers } from "../../../features/access-log/lookers.ts";
import { AccessLogDocument } from "../../../gql/graphql.ts";
import { loadMessages } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/inzage")({
  validateSearch: fromAddress((search): { wie?: Lookers } => {
    const wie = lookers.find((one) => one === search["wie"]);
    return wie === undefined ? {} : { wie };
  }),
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation };
    await Promise.all([load(client, AccessLogDocument, variables), loadMessages("access-log")]);
    return { variables };
  },
  component: Log,
});

function Log() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  const { wie } = Route.useSearch();
  return <AccessLogPage variables={variables} name={hat.name} by={wie} />;
}
