import type { ApolloClient } from "@apollo/client";
import { SameFileDocument } from "../../gql/graphql.ts";

export interface AlsoIn {
  readonly id: string;
  readonly title: string;
}

/**
 * Up to three other documents of a library that hold the same file, byte for byte; none when it can't be asked, by which
 * nothing is lost.
 * @param id of a file, or of a document with files
 */
export async function findSameFile(
  client: ApolloClient,
  organisationId: string,
  id: string,
): Promise<readonly AlsoIn[]> {
  const variables = { organisationId, id };
  return client.query({ query: SameFileDocument, variables, fetchPolicy: "network-only" }).then(
    ({ data }) => data?.evidence.items ?? [],
    () => [],
  );
}
