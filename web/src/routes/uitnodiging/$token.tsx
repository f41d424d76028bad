import { createFileRoute } from "@tanstack/react-router";
import { InvitationPage } from "../../features/membership/InvitationPage.tsx";
import { Vestibule } from "../../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../../features/shell/VestibuleProblem.tsx";
import { VestibuleSkeleton } from "../../features/shell/VestibuleSkeleton.tsx";
import { InvitationDocument } from "../../gql/graphql.ts";
import { loadMessages } from "../../i18n/language.ts";

export const Route = createFileRoute("/uitnodiging/$token")({
  loader: async ({ context: { client }, params: { token } }) => {
    const [{ data }] = await Promise.all([
      client.query({
        query: InvitationDocument,
        variables: { token },
        fetchPolicy: "network-only",
      }),
      loadMessages("membership", "account"),
    ]);
    if (data === undefined) throw new Error("The server answered without data");
    return { invitation: data.invitation, signedInAs: data.viewer.person?.email ?? null };
  },
  component: Invitation,
  errorComponent: VestibuleProblem,
  pendingComponent: VestibuleSkeleton,
});

function Invitation() {
  const { token } = Route.useParams();
  const { invitation, signedInAs } = Route.useLoaderData();
  return (
    <Vestibule>
      <InvitationPage token={token} invitation={invitation} signedInAs={signedInAs} />
    </Vestibule>
  );
}
