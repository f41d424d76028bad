import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useMemo, useSyncExternalStore } from "react";

/**
 * What a route's loader loaded, kept up to date with the cache; null where it had nothing to load.
 * It never waits: a page is shown when its loader is done, and a refresh behind the page replaces
 * what is shown once it has arrived.
 */
export function useLoaded<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): Data | null {
  const client = useApolloClient();
  const observed = useMemo(
    () =>
      variables === null
        ? null
        : client.watchQuery<Data>({ query, variables, fetchPolicy: "cache-first" } as never),
    [client, query, variables],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const subscription = observed?.subscribe(listener);
      return () => subscription?.unsubscribe();
    },
    [observed],
  );
  const shown = useSyncExternalStore(subscribe, () => observed?.getCurrentResult().data ?? null);
  if (shown === null && observed !== null)
    throw new Error("A page was shown before its loader was done");
  return shown as Data | null;
}
