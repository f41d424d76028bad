import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import {
  ChangeProfileDocument,
  OverviewDocument,
  ProfileDocument,
  ProfileFactsFragmentDoc,
  ProfileHistoryDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { ProfileFactsFragment } from "../../gql/graphql.ts";
import { loadAnew } from "../../network/apollo.ts";
import { failureOf } from "../../network/use-submission.ts";
import type { Failure } from "../../network/use-submission.ts";
import type { Facts } from "./profile-draft.ts";

export type SaveResult =
  | { readonly kind: "saved"; readonly latest: ProfileFactsFragment }
  | { readonly kind: "conflict"; readonly latest: ProfileFactsFragment }
  | { readonly kind: "failure"; readonly failure: Failure };

/** Saves what a library says of itself, and lets the other pages know which indicators apply from then on. */
export function useSaveProfile(organisationId: string) {
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);

  const save = async (facts: Facts, baseVersion: number): Promise<SaveResult> => {
    const { vobMember, runsIdo, locations } = facts;
    const input = { organisationId, vobMember, runsIdo, locations, baseVersion };
    setBusy(true);
    try {
      const { data } = await client.mutate({
        mutation: ChangeProfileDocument,
        variables: { input },
      });
      const result = data?.changeProfile;
      if (result?.__typename !== "ProfileChanged" && result?.__typename !== "ProfileConflict")
        return { kind: "failure", failure: { problem: "INTERNAL", retryAfter: null } };
      const isSaved = result.__typename === "ProfileChanged";
      const libraryProfile = isSaved ? result.profile : result.current;
      client.cache.updateQuery(
        { query: ProfileDocument, variables: { organisationId } },
        (known) => known && { ...known, libraryProfile },
      );
      if (isSaved) await refresh();
      const latest = readFragment(ProfileFactsFragmentDoc, libraryProfile);
      return { kind: isSaved ? "saved" : "conflict", latest };
    } catch (error) {
      return { kind: "failure", failure: failureOf(error) };
    } finally {
      setBusy(false);
    }
  };

  /** Pages of a norm that were opened before show other indicators now. */
  const refresh = async () => {
    const known = client.readQuery({ query: ProfileDocument, variables: { organisationId } });
    const id = known?.selfEvaluation && client.cache.identify(known.selfEvaluation);
    if (id) client.cache.evict({ id, fieldName: "norm" });
    await Promise.all([
      client.refetchQueries({ include: [OverviewDocument] }),
      loadAnew(client, ProfileHistoryDocument, { organisationId }),
    ]).catch(() => undefined);
  };

  return { save, isBusy };
}
