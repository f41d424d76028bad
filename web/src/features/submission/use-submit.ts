import { useApolloClient } from "@apollo/client/react";
import { useRef } from "react";
import { v7 as uuidv7 } from "uuid";
import { OverviewDocument, SubmitNormDocument } from "../../gql/graphql.ts";
import { useSubmission } from "../../network/use-submission.ts";

/** Submits a norm as it stands on the server. Trying again after a lost connection submits once. */
export function useSubmit(organisationId: string, cycleId: string, norm: string) {
  const client = useApolloClient();
  const id = useRef<string | null>(null);
  const { attempt, isBusy, failure } = useSubmission();

  const submit = () =>
    attempt(async () => {
      id.current ??= uuidv7();
      const input = { organisationId, cycleId, norm, id: id.current };
      await client.mutate({ mutation: SubmitNormDocument, variables: { input } });
      id.current = null;
      await client.refetchQueries({ include: [OverviewDocument] });
    });
  return { submit, isBusy, failure };
}
