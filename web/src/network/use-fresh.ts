import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { loadAnew } from "./apollo.ts";

/** Between two questions to the server, in milliseconds; see docs/decisions/014. */
const pause = 45_000;

/** Asks again what the page shows, as long as somebody looks at it, so that what colleagues do appears by itself. */
export function useFresh<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): void {
  const client = useApolloClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      // Without an answer the page goes on showing what it knew.
      loadAnew(client, query, variables).catch(() => undefined);
    }, pause);
    return () => clearInterval(timer);
  }, [client, query, variables]);
}
