import type { ApolloClient } from "@apollo/client";
import { EvidenceWholeFragmentDoc, WriteEvidenceDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceWholeFragment, WriteEvidenceInput } from "../../gql/graphql.ts";
import { Refused } from "../identity/problem.ts";

export interface Written {
  /** Whether it was written; if not, `standing` is what somebody else made of it. */
  readonly isWritten: boolean;
  readonly standing: EvidenceWholeFragment;
}

/** Adds a document or changes it, unless somebody changed it since `baseVersion`. */
export async function writeEvidence(
  client: ApolloClient,
  input: WriteEvidenceInput,
): Promise<Written> {
  const { data } = await client.mutate({ mutation: WriteEvidenceDocument, variables: { input } });
  const result = data?.writeEvidence;
  if (result?.__typename === "EvidenceWritten")
    return { isWritten: true, standing: readFragment(EvidenceWholeFragmentDoc, result.evidence) };
  if (result?.__typename === "EvidenceConflict")
    return { isWritten: false, standing: readFragment(EvidenceWholeFragmentDoc, result.current) };
  throw new Refused("INTERNAL");
}
