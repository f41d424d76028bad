import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { loadAnew } from "../../network/apollo.ts";
import {
  EvidenceItemDocument,
  FileFactsFragmentDoc,
  VersionFactsFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceItemQueryVariables, EvidenceWholeFragment } from "../../gql/graphql.ts";

/** Scanning takes seconds, sometimes minutes; in milliseconds. */
const pause = 5_000;

/** While a file of a document is being looked at for viruses, asks now and then whether that is done. */
export function useScanned(
  variables: EvidenceItemQueryVariables,
  item: EvidenceWholeFragment | null,
): void {
  const client = useApolloClient();
  const isWaiting =
    item?.files.some((file) =>
      readFragment(FileFactsFragmentDoc, file).versions.some(
        (version) => readFragment(VersionFactsFragmentDoc, version).state === "QUARANTINED",
      ),
    ) ?? false;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible")
        loadAnew(client, EvidenceItemDocument, variables).catch(() => undefined);
    }, pause);
    return () => clearInterval(timer);
  }, [isWaiting, client, variables]);
}
