import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { SubmissionDocument, SubmittedFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { SubmissionQueryVariables } from "../../gql/graphql.ts";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { SubmissionReading } from "./SubmissionReading.tsx";
import { useVersionsOf } from "./use-versions.ts";

/** The library reads what it submitted. */
export function SubmissionPage({ variables }: { readonly variables: SubmissionQueryVariables }) {
  const loaded = useLoaded(SubmissionDocument, variables);
  // The route answers "not found" before it comes here.
  if (!loaded?.submission) return null;
  const submission = readFragment(SubmittedFragmentDoc, loaded.submission);
  const { norm } = submission;
  return (
    <SubmissionReading
      organisation={variables.organisationId}
      submission={submission}
      notice={
        <>
          <Replaced organisation={variables.organisationId} id={submission.id} norm={norm} />
          <p>
            <Trans>
              Precies dit lezen auditors met een opdracht. Wat jullie daarna schreven, staat hier
              niet.{" "}
              <Link
                to="/o/$organisation/zelfevaluatie/$norm"
                params={{ organisation: variables.organisationId, norm }}
              >
                Terug naar norm {norm}
              </Link>
            </Trans>
          </p>
        </>
      }
    />
  );
}

interface ReplacedProps {
  readonly organisation: string;
  readonly id: string;
  readonly norm: string;
}

/** Of a version that isn't the newest: which is, so that nobody takes the one for the other. */
function Replaced({ organisation, id, norm }: ReplacedProps) {
  const { i18n } = useLingui();
  const [newest] = useVersionsOf(norm);
  if (newest === undefined || newest.id === id) return null;
  const day = writeDayOf(newest.submittedAt, i18n.locale);
  const time = writeTime(newest.submittedAt, i18n.locale);
  return (
    <p>
      <Trans>
        <strong>Vervangen.</strong> Op {day} om {time} uur is norm {norm} opnieuw ingediend.{" "}
        <Link to="/o/$organisation/indieningen/$id" params={{ organisation, id: newest.id }}>
          Lees de nieuwste versie
        </Link>
      </Trans>
    </p>
  );
}
