import { i18n } from "@lingui/core";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { fromAddress } from "../../../../address/search.ts";
import { load } from "../../../../network/apollo.ts";
import { Refused } from "../../../../network/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { whatOpens } from "../../../../features/identity/what-opens.ts";
import { readSearch } from "../../../../features/history/text-key.ts";
import { NormPage } from "../../../../features/norm-page/NormPage.tsx";
import { NormMarginDocument, NormPageDocument } from "../../../../gql/graphql.ts";
import { openOutbox } from "../../../../features/outbox/outbox.ts";
import { readyToRead } from "../../../../features/writing/use-tree.ts";
import { localeOf } from "../../../../i18n/language.ts";
import { loadNormMessages } from "../../../../i18n/norm-messages.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/zelfevaluatie/$norm")({
  validateSearch: fromAddress(readSearch),
  loader: async ({ context: { client, person }, params: { organisation, norm } }) => {
    const variables = { organisationId: organisation, norm, locale: localeOf(i18n.locale) };
    const margin = { organisationId: organisation, norm };
    const [{ selfEvaluation }] = await Promise.all([
      load(client, NormPageDocument, variables),
      load(client, NormMarginDocument, margin),
      loadNormMessages(),
      // What was typed here and not sent is there before the page is.
      openOutbox(person.id),
      // Else a text with markup would be shown as it was typed for a moment.
      readyToRead().catch(() => undefined),
    ]);
    if (!selfEvaluation?.norm) throwSignal(notFound());
    return { variables, margin };
  },
  component: Norm,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Norm() {
  const { person, hat } = Route.useRouteContext();
  const { variables, margin } = Route.useLoaderData();
  return (
    <NormPage
      key={variables.norm}
      variables={variables}
      margin={margin}
      personId={person.id}
      hat={hat.id}
      canSubmit={whatOpens(hat).submit}
    />
  );
}
