import { i18n } from "@lingui/core";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { fromAddress } from "../../../../address/search.ts";
import { loadAnew } from "../../../../network/apollo.ts";
import { Refused } from "../../../../network/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { PrintPage } from "../../../../features/printing/PrintPage.tsx";
import { SelfEvaluationReadingDocument } from "../../../../gql/graphql.ts";
import { loadMessages, localeOf } from "../../../../i18n/language.ts";
import { throwSignal } from "../../../../address/router-signal.ts";

type OneNorm = `norm-${string}`;

/** Of what makes no sense nothing is left, so that it doesn't stand in the address either. */
export interface Search {
  readonly alleen?: OneNorm | undefined;
  /** Without what nothing was written to. */
  readonly ingevuld?: "alleen" | undefined;
}

/** Asked anew each time: what is printed is what stands there now. */
export const Route = createFileRoute("/o/$organisation/zelfevaluatie/afdrukken")({
  validateSearch: fromAddress(({ alleen, ingevuld }): Search => ({
    alleen:
      typeof alleen === "string" && alleen.startsWith("norm-") ? (alleen as OneNorm) : undefined,
    ingevuld: ingevuld === "alleen" ? ingevuld : undefined,
  })),
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation, locale: localeOf(i18n.locale) };
    const [{ selfEvaluationReading: reading }] = await Promise.all([
      loadAnew(client, SelfEvaluationReadingDocument, variables),
      loadMessages("printing", "reading", "writing", "evidence"),
    ]);
    if (!reading) throwSignal(notFound());
    return { reading };
  },
  component: Print,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Print() {
  const { organisation } = Route.useParams();
  const { reading } = Route.useLoaderData();
  const { alleen, ingevuld } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PrintPage
      organisation={organisation}
      reading={reading}
      chosen={reading.norms.find(({ code }) => `norm-${code}` === alleen)?.code}
      isOnlyFilled={ingevuld !== undefined}
      onChoose={({ norm, isOnlyFilled }) =>
        void navigate({
          search: {
            alleen: norm === undefined ? undefined : `norm-${norm}`,
            ingevuld: isOnlyFilled ? "alleen" : undefined,
          },
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
