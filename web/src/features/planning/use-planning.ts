import { useApolloClient } from "@apollo/client/react";
import { v7 as uuidv7 } from "uuid";
import { GiveMandateDocument, WithdrawMandateDocument } from "../../gql/graphql.ts";
import { beginOf, endOf } from "../../i18n/dates.ts";
import { useSubmission } from "../../network/use-submission.ts";

export interface MandateDraft {
  readonly libraryId: string;
  readonly submissionId: string;
  readonly auditorId: string;
  /** First and last day, in Amsterdam. */
  readonly from: string;
  readonly through: string;
}

/** Gives and withdraws mandates. The answer is the notice as it stands, which the cache takes over. */
export function usePlanning(organisationId: string) {
  const client = useApolloClient();
  const { attempt, isBusy, failure } = useSubmission();

  const give = ({ from, through, ...to }: MandateDraft) =>
    attempt(() => {
      const input = {
        organisationId,
        id: uuidv7(),
        ...to,
        opensAt: beginOf(from),
        closesAt: endOf(through),
      };
      return client.mutate({ mutation: GiveMandateDocument, variables: { input } });
    });
  const withdraw = (id: string) =>
    attempt(() =>
      client.mutate({
        mutation: WithdrawMandateDocument,
        variables: { input: { organisationId, id } },
      }),
    );

  return { give, withdraw, isBusy, failure };
}
