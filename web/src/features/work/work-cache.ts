import type { ApolloCache, ApolloClient } from "@apollo/client";
import type { PartWorkFragment, WorkState } from "../../gql/graphql.ts";

/** Writing in a part begins the work on it: the server does that with the words, and this page needn't ask. */
export function beginWork(cache: ApolloCache, cycleId: string, part: string): void {
  cache.modify<{ state: WorkState }>({
    id: `Work:${cycleId}:${part}:work`,
    fields: { state: (state) => (state === "TO_DO" ? "IN_PROGRESS" : state) },
  });
}

/** What was said about a part, wherever else the page shows it. */
export function spreadWork(client: ApolloClient, cycleId: string, work: PartWorkFragment): void {
  client.cache.modify({
    id: `IndicatorAnswer:${cycleId}:${work.part}`,
    fields: { workState: () => work.state, assignee: () => work.assignee },
  });
}
