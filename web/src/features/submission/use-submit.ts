import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { OverviewDocument, SubmitNormDocument } from "../../gql/graphql.ts";
import { problemOf } from "../identity/problem.ts";
import type { Problem } from "../identity/problem.ts";

/** Submits a norm as it stands on the server. Trying again after a lost connection submits once. */
export function useSubmit(organisationId: string, cycleId: string, norm: string) {
  const client = useApolloClient();
  const id = useRef<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async (): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    id.current ??= uuidv7();
    try {
      const input = { organisationId, cycleId, norm, id: id.current };
      await client.mutate({ mutation: SubmitNormDocument, variables: { input } });
      id.current = null;
      await client.refetchQueries({ include: [OverviewDocument] });
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { submit, isBusy, problem };
}
