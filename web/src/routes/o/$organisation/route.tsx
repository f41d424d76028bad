import { i18n } from "@lingui/core";
import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { load } from "../../../network/apollo.ts";
import { doorOf } from "../../../features/identity/door.ts";
import { actAs } from "../../../network/hat.ts";
import { NoHat, Refused } from "../../../network/problem.ts";
import { ProblemPage } from "../../../features/identity/ProblemPage.tsx";
import { findViewer } from "../../../features/identity/sign-in.ts";
import { whatOpens } from "../../../features/identity/what-opens.ts";
import { useOverview, useWorkToDo } from "../../../features/self-evaluation/use-overview.ts";
import { HatCard } from "../../../features/shell/HatCard.tsx";
import { Navigation } from "../../../features/shell/Navigation.tsx";
import { PersonFoot } from "../../../features/shell/PersonFoot.tsx";
import { SearchLink } from "../../../features/shell/SearchLink.tsx";
import { Shell } from "../../../features/shell/Shell.tsx";
import { VestibuleProblem } from "../../../features/shell/VestibuleProblem.tsx";
import { OverviewDocument, SubmittedChangesDocument } from "../../../gql/graphql.ts";
import { localeOf } from "../../../i18n/language.ts";
import { UnsentSlot } from "../../../features/shell/UnsentSlot.tsx";
import { throwSignal } from "../../../address/router-signal.ts";
import { part } from "../../../network/part.ts";
import { useWanted } from "../../../network/use-wanted.ts";
import { FailureAlert } from "../../../features/identity/FailureAlert.tsx";
import { useUploadsBegun } from "../../../network/uploads-begun.ts";

const uploadTray = part(() => import("../../../features/evidence/upload/UploadTray.tsx"));

export const Route = createFileRoute("/o/$organisation")({
  beforeLoad: async ({ context: { client }, params: { organisation }, location }) => {
    const { person, hats } = await findViewer(client);
    if (person === null)
      throwSignal(redirect({ to: "/aanmelden", search: { naar: location.href } }));
    const named = hats.filter(({ id }) => id === organisation);
    const hat = named.find(({ kind }) => kind === "ORGANISATION") ?? named[0];
    if (!hat) throw new NoHat();
    if (hat.kind === "MANDATE") throwSignal(redirect(doorOf(hat)));
    actAs(hat);
    return { person, hat, hats };
  },
  loader: async ({ context: { client, hat }, params: { organisation } }) => {
    const opens = whatOpens(hat);
    if (!opens.selfEvaluation) return { variables: null, changes: null };
    const variables = { organisationId: organisation, locale: localeOf(i18n.locale) };
    const { submissions } = await load(client, OverviewDocument, variables);
    // Comparing with what was submitted takes longer; it is asked only where it decides what to do.
    const changes =
      opens.submit && submissions.length > 0 ? { organisationId: organisation } : null;
    if (changes !== null) await load(client, SubmittedChangesDocument, changes);
    return { variables, changes };
  },
  component: Organisation,
  errorComponent: VestibuleProblem,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Organisation() {
  const { person, hat, hats } = Route.useRouteContext();
  const overview = useOverview();
  const workToDo = useWorkToDo(person.id);
  const opens = whatOpens(hat);
  const tray = useWanted(uploadTray.load, useUploadsBegun(), { byItself: true });
  return (
    <Shell
      hat={<HatCard hat={hat} hats={hats} />}
      navigation={
        <Navigation
          organisation={hat.id}
          norms={overview?.norms ?? []}
          opens={opens}
          workToDo={workToDo}
        />
      }
      search={opens.selfEvaluation && <SearchLink organisation={hat.id} />}
      foot={<PersonFoot person={person} organisation={hat.id} />}
    >
      <UnsentSlot personId={person.id} organisationId={hat.id} />
      <Outlet />
      <FailureAlert failure={tray.failure} />
      {tray.come !== null && <tray.come.UploadTray />}
    </Shell>
  );
}
