import { createFileRoute, redirect } from "@tanstack/react-router";
import { load } from "../../../../network/apollo.ts";
import { InvitePage } from "../../../../features/membership/InvitePage.tsx";
import { MembersDocument } from "../../../../gql/graphql.ts";
import { loadMessages } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/mensen/uitnodigen")({
  loader: async ({ context: { client }, params }) => {
    const variables = { organisationId: params.organisation };
    const [{ members }] = await Promise.all([
      load(client, MembersDocument, variables),
      loadMessages("membership"),
    ]);
    if (!members.canManage) throwSignal(redirect({ to: "/o/$organisation/mensen", params }));
  },
  component: Invite,
});

function Invite() {
  const { hat } = Route.useRouteContext();
  return <InvitePage organisationId={hat.id} organisationName={hat.name} />;
}
