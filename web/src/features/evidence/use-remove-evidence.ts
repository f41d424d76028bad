import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { RemoveEvidenceDocument } from "../../gql/graphql.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { forgetLists } from "./forget-lists.ts";

/** Takes a document away with its uses, or brings both back. */
export function useRemoveEvidence(organisationId: string, id: string) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { attempt, isBusy, failure } = useSubmission();
  const setRemoved = (removed: boolean) =>
    attempt(async () => {
      const variables = { input: { organisationId, id, removed } };
      await client.mutate({ mutation: RemoveEvidenceDocument, variables });
      forgetLists(client);
      announce(removed ? t`Weggehaald.` : t`Teruggezet.`);
    });
  return { setRemoved, isBusy, failure };
}
