import type { ApolloClient } from "@apollo/client";
import { EvidenceWholeFragmentDoc, WriteEvidenceDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceWholeFragment, WriteEvidenceInput } from "../../gql/graphql.ts";
import { Refused } from "../../network/problem.ts";

export interface Written {
  /** Whether it was written; if not, `latest` is what somebody else made of it. */
  readonly isWritten: boolean;
  readonly latest: EvidenceWholeFragment;
}

/** Adds a document or changes it, unless somebody changed it since `baseVersion`. */
export async function writeEvidence(
  client: ApolloClient,
  input: WriteEvidenceInput,
): Promise<Written> {
  const { data } = await client.mutate({ mutation: WriteEvidenceDocument, variables: { input } });
  const result = data?.writeEvidence;
  if (result?.__typename === "EvidenceWritten")
    return { isWritten: true, latest: readFragment(EvidenceWholeFragmentDoc, result.evidence) };
  if (result?.__typename === "EvidenceConflict")
    return { isWritten: false, latest: readFragment(EvidenceWholeFragmentDoc, result.current) };
  throw new Refused("INTERNAL");
}
