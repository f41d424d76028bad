import { createFileRoute } from "@tanstack/react-router";
import { openOutbox } from "../../../features/outbox/outbox.ts";
import { UnsentPage } from "../../../features/outbox/UnsentPage.tsx";
import { loadMessages } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/niet-verstuurd")({
  loader: async ({ context: { person } }) => {
    await Promise.all([openOutbox(person.id), loadMessages("outbox", "writing")]);
  },
  component: Unsent,
});

function Unsent() {
  const { person, hat, hats } = Route.useRouteContext();
  return (
    <UnsentPage
      personId={person.id}
      organisationId={hat.id}
      organisations={hats.filter(({ kind }) => kind === "ORGANISATION")}
    />
  );
}
