import { createFileRoute, notFound, redirect, useRouter } from "@tanstack/react-router";
import { load } from "../../../../network/apollo.ts";
import { peopleOf, usePeople } from "../../../../features/membership/people.ts";
import { PersonPage } from "../../../../features/membership/PersonPage.tsx";
import { MembersDocument, ViewerDocument } from "../../../../gql/graphql.ts";
import { loadMessages } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

export const Route = createFileRoute("/o/$organisation/mensen/$person")({
  loader: async ({ context: { client }, params }) => {
    const variables = { organisationId: params.organisation };
    const [loaded] = await Promise.all([
      load(client, MembersDocument, variables),
      loadMessages("membership"),
    ]);
    const { canManage, present } = peopleOf(loaded);
    if (!canManage) throwSignal(redirect({ to: "/o/$organisation/mensen", params }));
    const member = present.find(({ personId }) => personId === params.person);
    return { member: member ?? throwSignal(notFound()) };
  },
  component: Person,
});

function Person() {
  const { person, hat, client } = Route.useRouteContext();
  const { member: loaded } = Route.useLoaderData();
  const { present } = usePeople(hat.id);
  const router = useRouter();
  const member = present.find(({ personId }) => personId === loaded.personId) ?? loaded;
  return (
    <PersonPage
      key={member.personId}
      organisationId={hat.id}
      organisationName={hat.name}
      member={member}
      isSelf={member.personId === person.id}
      onSelfChanged={async () => {
        await client.query({ query: ViewerDocument, fetchPolicy: "network-only" });
        await router.invalidate();
      }}
    />
  );
}
