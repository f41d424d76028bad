import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { EvidenceInListFragmentDoc, EvidenceListDocument } from "../../../gql/graphql.ts";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { EvidenceInListFragment } from "../../../gql/graphql.ts";

/** Pause in typing after which is searched, in milliseconds. */
const pause = 200;
/** More than one looks through. */
const most = 20;

interface Found {
  readonly items: readonly EvidenceInListFragment[];
  readonly total: number;
  readonly state: "asking" | "found" | "failed";
}

/** Documents with these words in their name. What was found before stays until the next is there. */
export function useFoundEvidence(organisationId: string, text: string) {
  const client = useApolloClient();
  const [found, setFound] = useState<Found>({ items: [], total: 0, state: "asking" });
  const [turn, setTurn] = useState(0);
  const words = text.trim();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const { data } = await client.query({
        query: EvidenceListDocument,
        variables: {
          organisationId,
          filter: { text: words, removed: false },
          sort: "ADDED",
          first: most,
        },
        fetchPolicy: "no-cache",
        context: { fetchOptions: { signal: stop.signal } },
      });
      if (data === undefined) throw new Error("The server answered without data");
      const items = data.evidence.items.map((item) =>
        readFragment(EvidenceInListFragmentDoc, item),
      );
      if (!stop.signal.aborted) setFound({ items, total: data.evidence.total, state: "found" });
    };
    const timer = setTimeout(
      () => {
        ask().catch(() => {
          if (!stop.signal.aborted) setFound((before) => ({ ...before, state: "failed" }));
        });
      },
      words === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, organisationId, words, turn]);
  return { ...found, retry: () => setTurn((before) => before + 1) };
}
