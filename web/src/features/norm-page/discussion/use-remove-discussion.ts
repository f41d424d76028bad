import { useApolloClient } from "@apollo/client/react";
import { NormPageDocument, RemoveDiscussionDocument } from "../../../gql/graphql.ts";
import { useSubmission } from "../../../network/use-submission.ts";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";

/** Takes a row away, or puts it back; the page is asked for again, because a list has changed. */
export function useRemoveDiscussion(id: string) {
  const client = useApolloClient();
  const { organisationId } = useDossierPlace();
  const { attempt, isBusy, failure } = useSubmission();
  /** Whether it was done. */
  const setRemoved = (removed: boolean) =>
    attempt(async () => {
      const variables = { input: { organisationId, id, removed } };
      await client.mutate({ mutation: RemoveDiscussionDocument, variables });
      await client.refetchQueries({ include: [NormPageDocument] });
    });
  return { setRemoved, isBusy, failure };
}
