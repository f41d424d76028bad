import type { ApolloCache } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { v7 as uuidv7 } from "uuid";
import {
  GrantOversightDocument,
  OversightDocument,
  WithdrawOversightDocument,
} from "../../gql/graphql.ts";
import type { OversightQuery, OversightQueryVariables } from "../../gql/graphql.ts";
import { useSubmission } from "../../network/use-submission.ts";

/** Lets a support organisation look, and ends it. What comes back is the page as it stands from then on. */
export function useOversight(variables: OversightQueryVariables) {
  const client = useApolloClient();
  const { attempt, isBusy, failure } = useSubmission();
  const { organisationId, locale } = variables;

  const keep = (cache: ApolloCache, oversight: OversightQuery["oversight"] | undefined) =>
    oversight &&
    cache.updateQuery(
      { query: OversightDocument, variables },
      (known) => known && { ...known, oversight },
    );

  const grant = (supportOrganisationId: string) =>
    attempt(() =>
      client.mutate({
        mutation: GrantOversightDocument,
        variables: {
          input: { organisationId, id: uuidv7(), supportOrganisationId, level: "PROGRESS" },
          locale,
        },
        update: (cache, { data }) => keep(cache, data?.grantOversight),
      }),
    );
  const withdraw = (id: string) =>
    attempt(() =>
      client.mutate({
        mutation: WithdrawOversightDocument,
        variables: { input: { organisationId, id }, locale },
        update: (cache, { data }) => keep(cache, data?.withdrawOversight),
      }),
    );

  return { grant, withdraw, isBusy, failure };
}
