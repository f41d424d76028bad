import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { AssignDocument, PartWorkFragmentDoc, SetWorkStateDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { WorkState } from "../../gql/graphql.ts";
import { Refused } from "../../network/problem.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { spreadWork } from "./work-cache.ts";

/** Who does a part, and by when. */
export interface Given {
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
}

export interface WorkChanges {
  /** @throws what the server refuses */
  readonly assign: (given: Given) => Promise<void>;
  /** @throws what the server refuses */
  readonly setState: (state: WorkState) => Promise<void>;
}

/** What can be done about the work on one part. The last one to do it is right, so there is nothing to lose by it. */
export function useWorkChanges(part: string): WorkChanges {
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();
  return useMemo(() => {
    const there = { organisationId, cycleId, part };
    return {
      assign: async (given) => {
        const variables = { input: { ...there, ...given } };
        const { data } = await client.mutate({ mutation: AssignDocument, variables });
        if (!data) throw new Refused("INTERNAL");
        spreadWork(client, cycleId, readFragment(PartWorkFragmentDoc, data.assign));
      },
      setState: async (state) => {
        const variables = { input: { ...there, state } };
        const { data } = await client.mutate({ mutation: SetWorkStateDocument, variables });
        if (!data) throw new Refused("INTERNAL");
        spreadWork(client, cycleId, readFragment(PartWorkFragmentDoc, data.setWorkState));
      },
    };
  }, [client, organisationId, cycleId, part]);
}
