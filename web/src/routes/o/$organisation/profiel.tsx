import { createFileRoute, notFound } from "@tanstack/react-router";
import { load } from "../../../network/apollo.ts";
import { Refused } from "../../../network/problem.ts";
import { ProblemPage } from "../../../features/identity/ProblemPage.tsx";
import { ProfilePage } from "../../../features/library-profile/ProfilePage.tsx";
import { ProfileDocument, ProfileHistoryDocument } from "../../../gql/graphql.ts";
import { loadMessages } from "../../../i18n/language.ts";
import { throwSignal } from "../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/profiel")({
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation };
    const [{ libraryProfile }] = await Promise.all([
      load(client, ProfileDocument, variables),
      load(client, ProfileHistoryDocument, variables),
      loadMessages("library-profile", "next-step"),
    ]);
    if (!libraryProfile) throwSignal(notFound());
    return { variables };
  },
  component: Profile,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Profile() {
  const { hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  return <ProfilePage key={hat.id} variables={variables} name={hat.name} />;
}
