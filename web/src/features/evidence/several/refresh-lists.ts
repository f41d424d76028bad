import type { ApolloClient } from "@apollo/client";
import { forgetLists } from "../forget-lists.ts";

/** The list that is on the page is asked for at once, and stays until it is there; where there is none, all are forgotten. */
export async function refreshLists(client: ApolloClient): Promise<void> {
  const shown = [...client.getObservableQueries("active").values()];
  if (!shown.some(({ queryName }) => queryName === "EvidenceList")) {
    forgetLists(client);
    return;
  }
  // What was done was done: without a connection the list stays as it was.
  await client
    .refetchQueries({ include: ["EvidenceList", "EvidenceYears"] })
    .catch(() => undefined);
}
