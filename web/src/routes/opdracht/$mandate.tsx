import { i18n } from "@lingui/core";
import { createFileRoute, Link, redirect } from "@tanstack/react-router";
import { loadAnew } from "../../network/apollo.ts";
import { actAs } from "../../network/hat.ts";
import { problemOf } from "../../network/problem.ts";
import { ProblemPage } from "../../features/identity/ProblemPage.tsx";
import { findViewerAnew } from "../../features/identity/sign-in.ts";
import { byLibrary } from "../../features/identity/by-library.ts";
import { mandatesOf } from "../../features/identity/mandates-of.ts";
import { NormOfMandate } from "../../features/identity/NormOfMandate.tsx";
import { MandatePage } from "../../features/mandate/MandatePage.tsx";
import { HatCard } from "../../features/shell/HatCard.tsx";
import { PersonFoot } from "../../features/shell/PersonFoot.tsx";
import { Shell } from "../../features/shell/Shell.tsx";
import { Vestibule } from "../../features/shell/Vestibule.tsx";
import navigation from "../../features/shell/Navigation.module.css";
import {
  MandateDatesFragmentDoc,
  SubmissionDocument,
  SubmittedFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { loadMessages, localeOf } from "../../i18n/language.ts";
import { throwSignal } from "../../address/router-signal.ts";

/** Everything is asked anew: a mandate that ended shows nothing, whatever this tab knew. */
export const Route = createFileRoute("/opdracht/$mandate")({
  beforeLoad: async ({ context: { client }, params, location }) => {
    const { person, hats, upcomingMandates } = await findViewerAnew(client);
    if (person === null)
      throwSignal(redirect({ to: "/aanmelden", search: { naar: location.href } }));
    const hat = hats.find(({ id, kind }) => kind === "MANDATE" && id === params.mandate) ?? null;
    if (hat !== null) actAs(hat);
    const mandate =
      hat?.mandate == null ? null : readFragment(MandateDatesFragmentDoc, hat.mandate);
    const upcoming =
      upcomingMandates
        .map((one) => readFragment(MandateDatesFragmentDoc, one))
        .find(({ id }) => id === params.mandate) ?? null;
    return { person, hats, hat, mandate, upcoming };
  },
  loader: async ({ context: { client, mandate } }) => {
    await loadMessages("mandate", "submission", "reading", "writing", "printing", "evidence");
    if (mandate === null) return { submission: null };
    const { organisationId, submissionId: id } = mandate;
    try {
      const variables = { organisationId, id, locale: localeOf(i18n.locale) };
      const { submission } = await loadAnew(client, SubmissionDocument, variables);
      return { submission: submission && readFragment(SubmittedFragmentDoc, submission) };
    } catch (error) {
      // It ended between the two questions.
      const problem = problemOf(error);
      if (problem === "FORBIDDEN" || problem === "NOT_FOUND") return { submission: null };
      throw error;
    }
  },
  component: Mandated,
  errorComponent: ({ error }) => (
    <Vestibule>
      <ProblemPage error={error} />
    </Vestibule>
  ),
});

function Mandated() {
  const { person, hats, hat, mandate, upcoming } = Route.useRouteContext();
  const { submission } = Route.useLoaderData();
  const page = <MandatePage mandate={mandate} upcoming={upcoming} submission={submission} />;
  if (hat === null || mandate === null) return <Vestibule>{page}</Vestibule>;
  const besides =
    byLibrary(mandatesOf(hats)).find(
      ({ organisationId }) => organisationId === mandate.organisationId,
    )?.mandates ?? [];
  return (
    <Shell
      hat={<HatCard hat={hat} hats={hats} />}
      navigation={
        <ul className={navigation.list}>
          {besides.map((one) => (
            <li key={one.id}>
              <Link
                className={navigation.link}
                to="/opdracht/$mandate"
                params={{ mandate: one.id }}
                preload={false}
              >
                <NormOfMandate mandate={one} among={besides} />
              </Link>
            </li>
          ))}
        </ul>
      }
      foot={<PersonFoot person={person} organisation={null} />}
    >
      {page}
    </Shell>
  );
}
