import { useApolloClient } from "@apollo/client/react";
import {
  NormPageDocument,
  RemoveEvidenceUseDocument,
  UseInMarginFragmentDoc,
  WriteEvidenceUseDocument,
} from "../../../gql/graphql.ts";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { UseInMarginFragment, WriteEvidenceUseInput } from "../../../gql/graphql.ts";
import { Refused } from "../../../network/problem.ts";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import { forgetLists } from "../forget-lists.ts";

type Use = Omit<WriteEvidenceUseInput, "organisationId" | "cycleId">;

export type Linked =
  | { readonly isWritten: true }
  /** What somebody else made of it; null where it was taken away. */
  | { readonly isWritten: false; readonly current: UseInMarginFragment | null };

/** Puts documents beside the parts of a norm, and takes them away. */
export function useLinking() {
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();

  /** Everything that says where a document is used is asked for again. */
  const refresh = async (evidenceId: string) => {
    const id = client.cache.identify({ __typename: "Evidence", id: evidenceId });
    if (id !== undefined) client.cache.evict({ id, fieldName: "uses" });
    forgetLists(client);
    await client.refetchQueries({ include: [NormPageDocument] });
  };

  return {
    write: async (use: Use): Promise<Linked> => {
      const { page, ...rest } = use;
      const input = { ...rest, page: page.trim(), organisationId, cycleId };
      const { data } = await client.mutate({
        mutation: WriteEvidenceUseDocument,
        variables: { input },
      });
      const result = data?.writeEvidenceUse;
      if (result?.__typename === "EvidenceUseWritten") {
        await refresh(use.evidenceId);
        return { isWritten: true };
      }
      if (result?.__typename !== "EvidenceUseConflict") throw new Refused("INTERNAL");
      const { current } = result;
      return {
        isWritten: false,
        current: current && readFragment(UseInMarginFragmentDoc, current),
      };
    },
    setRemoved: async ({ id, evidence }: UseInMarginFragment, removed: boolean): Promise<void> => {
      const variables = { input: { organisationId, id, removed } };
      await client.mutate({ mutation: RemoveEvidenceUseDocument, variables });
      await refresh(evidence.id);
    },
  };
}
