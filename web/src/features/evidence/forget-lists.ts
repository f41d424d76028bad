import type { ApolloClient } from "@apollo/client";

/** Lists of documents are asked for anew when somebody comes back to them: one was added, or taken away. */
export function forgetLists(client: ApolloClient): void {
  client.cache.evict({ id: "ROOT_QUERY", fieldName: "evidence" });
  client.cache.evict({ id: "ROOT_QUERY", fieldName: "evidenceYears" });
}
