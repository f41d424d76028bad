import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { loadAnew } from "../../network/apollo.ts";
import { SubmissionHindranceDocument } from "../../gql/graphql.ts";

/**
 * Whether nothing can be submitted of a norm, for nothing is written; null while that isn't known. Asked again whenever
 * the page has become another, until there is something.
 * @param isAsked false where the page knows better
 */
export function useIsEmpty(
  organisationId: string,
  norm: string,
  isAsked: boolean,
  page: object,
): boolean | null {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ norm: string; isEmpty: boolean } | null>(null);
  const isEmpty = known?.norm === norm ? known.isEmpty : null;
  const isSettled = !isAsked || isEmpty === false;
  useEffect(() => {
    if (isSettled) return;
    let isOver = false;
    loadAnew(client, SubmissionHindranceDocument, { organisationId, norm }).then(
      ({ submissionPreview }) => {
        const found = submissionPreview?.hindrance === "NOTHING_WRITTEN";
        if (!isOver) setKnown({ norm, isEmpty: found });
      },
      // Without an answer the dialog and the server still say it.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [client, organisationId, norm, isSettled, page]);
  return isAsked ? isEmpty : false;
}
