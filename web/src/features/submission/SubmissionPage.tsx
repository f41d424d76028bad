import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { SubmissionDocument, SubmittedFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { SubmissionQueryVariables } from "../../gql/graphql.ts";
import { useLoaded } from "../../use-loaded.ts";
import { SubmissionReading } from "./SubmissionReading.tsx";

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
      }
    />
  );
}
