import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useMemo, useSyncExternalStore } from "react";

/**
 * What a route's loader loaded, kept up to date with the cache. It never waits: a page is shown when
 * its loader is done, and a refresh behind the page replaces what is shown when it has arrived.
 */
export function useLoaded<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Data {
  const client = useApolloClient();
  const observed = useMemo(
    () => client.watchQuery<Data>({ query, variables, fetchPolicy: "cache-first" } as never),
    [client, query, variables],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const subscription = observed.subscribe(listener);
      return () => subscription.unsubscribe();
    },
    [observed],
  );
  const shown = useSyncExternalStore(subscribe, () => observed.getCurrentResult().data);
  if (shown === undefined) throw new Error("A page was shown before its loader was done");
  return shown as Data;
}
