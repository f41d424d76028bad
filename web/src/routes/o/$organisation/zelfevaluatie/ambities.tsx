import { createFileRoute, notFound } from "@tanstack/react-router";
import { fromAddress } from "../../../../address/search.ts";
import { load } from "../../../../network/apollo.ts";
import { CyclePage } from "../../../../features/cycle-page/CyclePage.tsx";
import { readSearch } from "../../../../features/history/text-key.ts";
import { Refused } from "../../../../network/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { CyclePageDocument } from "../../../../gql/graphql.ts";
import { openOutbox } from "../../../../features/outbox/outbox.ts";
import { readyToRead } from "../../../../features/writing/use-tree.ts";
import { loadMessages } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/zelfevaluatie/ambities")({
  validateSearch: fromAddress(readSearch),
  loader: async ({ context: { client, person }, params: { organisation } }) => {
    const variables = { organisationId: organisation };
    const [{ selfEvaluation }] = await Promise.all([
      load(client, CyclePageDocument, variables),
      loadMessages("cycle-page", "next-step", "history", "outbox", "writing"),
      // What was typed here and not sent is there before the page is.
      openOutbox(person.id),
      // Else a text with markup would be shown as it was typed for a moment.
      readyToRead().catch(() => undefined),
    ]);
    if (!selfEvaluation) throwSignal(notFound());
    return { variables };
  },
  component: Ambitions,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Ambitions() {
  const { person, hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  return <CyclePage variables={variables} personId={person.id} hat={hat.id} />;
}
