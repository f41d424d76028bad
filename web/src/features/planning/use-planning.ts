import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { GiveMandateDocument, WithdrawMandateDocument } from "../../gql/graphql.ts";
import { beginOf, endOf } from "../../i18n/dates.ts";
import { problemOf } from "../identity/problem.ts";
import type { Problem } from "../identity/problem.ts";

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
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const attempt = async <Data, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await client.mutate({ mutation, variables } as never);
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  const give = ({ from, through, ...to }: MandateDraft) =>
    attempt(GiveMandateDocument, {
      input: {
        organisationId,
        id: uuidv7(),
        ...to,
        opensAt: beginOf(from),
        closesAt: endOf(through),
      },
    });
  const withdraw = (id: string) =>
    attempt(WithdrawMandateDocument, { input: { organisationId, id } });

  return { give, withdraw, isBusy, problem };
}
