import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { loadAnew } from "../../apollo.ts";
import { WrittenSinceDocument } from "../../gql/graphql.ts";
import type { WrittenSinceQuery } from "../../gql/graphql.ts";

type WrittenSince = WrittenSinceQuery["writtenSince"];

/**
 * Where something was written since a submission; null while that isn't known. Asked again whenever the page has become
 * another, so that what one writes oneself is told at once.
 */
export function useWrittenSince(organisationId: string, id: string, page: object): WrittenSince {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ id: string; since: WrittenSince } | null>(null);
  useEffect(() => {
    let isOver = false;
    loadAnew(client, WrittenSinceDocument, { organisationId, id }).then(
      ({ writtenSince }) => {
        if (!isOver) setKnown({ id, since: writtenSince });
      },
      // Without an answer the page goes on saying what it knew.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [client, organisationId, id, page]);
  return known?.id === id ? known.since : null;
}
