import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { loadAnew } from "./apollo.ts";

export interface More {
  readonly isBusy: boolean;
  readonly isFailed: boolean;
  /** Resolves once the page stands in the list; false when it could not be had. */
  readonly ask: (place: string) => Promise<boolean>;
}

/** Asks for the next page of a list that the page shows; the cache puts it behind what is there. */
export function useMore<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variablesAt: (place: string) => Variables,
): More {
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const ask = async (place: string) => {
    setBusy(true);
    setFailed(false);
    try {
      await loadAnew(client, query, variablesAt(place));
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, isFailed, ask };
}
