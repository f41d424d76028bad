import { i18n } from "@lingui/core";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { load } from "../../../../network/apollo.ts";
import { Refused } from "../../../../network/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { SubmissionPage } from "../../../../features/submission/SubmissionPage.tsx";
import { SubmissionDocument } from "../../../../gql/graphql.ts";
import { loadMessages, localeOf } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/indieningen/$id")({
  loader: async ({ context: { client }, params: { organisation, id } }) => {
    const variables = { organisationId: organisation, id, locale: localeOf(i18n.locale) };
    const [{ submission }] = await Promise.all([
      load(client, SubmissionDocument, variables),
      loadMessages("submission", "reading", "writing", "printing", "evidence"),
    ]);
    if (!submission) throwSignal(notFound());
    return { variables };
  },
  component: Submitted,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Submitted() {
  const { variables } = Route.useLoaderData();
  return <SubmissionPage variables={variables} />;
}
