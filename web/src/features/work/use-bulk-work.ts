import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import {
  AssignPartsDocument,
  PartWorkFragmentDoc,
  SetWorkStatesDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { GivenPartInput, PartStateInput } from "../../gql/graphql.ts";
import { Refused } from "../../network/problem.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { spreadWork } from "./work-cache.ts";

export interface BulkWork {
  /** All of them, or none. @throws what the server refuses */
  readonly assign: (parts: readonly GivenPartInput[]) => Promise<void>;
  /** All of them, or none. @throws what the server refuses */
  readonly setStates: (parts: readonly PartStateInput[]) => Promise<void>;
}

/** What can be done about the work on several parts in one operation. */
export function useBulkWork(): BulkWork {
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();
  return useMemo(() => {
    const there = { organisationId, cycleId };
    return {
      assign: async (parts) => {
        const variables = { input: { ...there, parts: [...parts] } };
        const { data } = await client.mutate({ mutation: AssignPartsDocument, variables });
        if (!data) throw new Refused("INTERNAL");
        for (const work of data.assignParts)
          spreadWork(client, cycleId, readFragment(PartWorkFragmentDoc, work));
      },
      setStates: async (parts) => {
        const variables = { input: { ...there, parts: [...parts] } };
        const { data } = await client.mutate({ mutation: SetWorkStatesDocument, variables });
        if (!data) throw new Refused("INTERNAL");
        for (const work of data.setWorkStates)
          spreadWork(client, cycleId, readFragment(PartWorkFragmentDoc, work));
      },
    };
  }, [client, organisationId, cycleId]);
}
