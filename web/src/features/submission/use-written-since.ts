import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { loadAnew } from "../../network/apollo.ts";
import { SubmittedChangesDocument } from "../../gql/graphql.ts";
import { sinceOf } from "../self-evaluation/situation.ts";
import type { Since } from "../self-evaluation/situation.ts";

/**
 * Where something was written since a submission; null while that isn't known. Asked again whenever the page has become
 * another, so that what one writes oneself is told at once, here and in the next step.
 */
export function useWrittenSince(
  organisationId: string,
  id: string | null,
  page: object,
): Since | null {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ id: string; since: Since | null } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    loadAnew(client, SubmittedChangesDocument, { organisationId }).then(
      (changes) => {
        if (!isOver) setKnown({ id, since: sinceOf(changes).get(id) ?? null });
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
