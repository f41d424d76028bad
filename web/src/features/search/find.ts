import type { ApolloClient } from "@apollo/client";
import { SearchDocument } from "../../gql/graphql.ts";
import type { SearchQuery, SearchQueryVariables } from "../../gql/graphql.ts";
import { problemOf } from "../../network/problem.ts";

export type Found = SearchQuery["search"];

/** Longest that a search may take before it counts as a lost connection. */
const patience = 20_000;

/**
 * Asks where a text stands. Without a connection that is an answer too: who types keeps the page they type on.
 * @param signal ends the request, when something else is looked for already
 * @throws what the server refuses
 */
export async function find(
  client: ApolloClient,
  variables: SearchQueryVariables,
  signal: AbortSignal,
): Promise<Found | "unreachable"> {
  try {
    const { data } = await client.query({
      query: SearchDocument,
      variables,
      // The same place has another snippet with every letter.
      fetchPolicy: "no-cache",
      context: {
        fetchOptions: { signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) },
      },
    });
    if (data === undefined) throw new Error("The server answered without data");
    return data.search;
  } catch (error) {
    const problem = problemOf(error);
    if (signal.aborted || (problem !== "NO_CONNECTION" && problem !== "BUSY")) throw error;
    return "unreachable";
  }
}
