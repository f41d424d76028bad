import { i18n } from "@lingui/core";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { loadAnew } from "../../../../apollo.ts";
import { Refused } from "../../../../features/identity/problem.ts";
import { ProblemPage } from "../../../../features/identity/ProblemPage.tsx";
import { PrintPage } from "../../../../features/printing/PrintPage.tsx";
import { SelfEvaluationReadingDocument } from "../../../../gql/graphql.ts";
import { learn, localeOf } from "../../../../i18n/language.ts";
import { leave } from "../../../../leave.ts";

type OneNorm = `norm-${string}`;

/** Asked anew each time: what is printed is what stands there now. */
export const Route = createFileRoute("/o/$organisation/zelfevaluatie/afdrukken")({
  // Not the bare code of the norm: a number between quotes would stand in the address.
  validateSearch: ({ alleen }): { alleen?: OneNorm } =>
    typeof alleen === "string" && alleen.startsWith("norm-") ? { alleen: alleen as OneNorm } : {},
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation, locale: localeOf(i18n.locale) };
    const [{ selfEvaluationReading: reading }] = await Promise.all([
      loadAnew(client, SelfEvaluationReadingDocument, variables),
      learn("printing", "reading", "writing", "evidence"),
    ]);
    if (!reading) leave(notFound());
    return { reading };
  },
  component: Print,
  notFoundComponent: () => <ProblemPage error={new Refused("NOT_FOUND")} />,
});

function Print() {
  const { organisation } = Route.useParams();
  const { reading } = Route.useLoaderData();
  const { alleen } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PrintPage
      organisation={organisation}
      reading={reading}
      chosen={reading.norms.find(({ code }) => `norm-${code}` === alleen)?.code}
      onChoose={(chosen) =>
        void navigate({
          search: chosen === undefined ? {} : { alleen: `norm-${chosen}` },
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
