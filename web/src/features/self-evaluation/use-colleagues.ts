import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { MembersDocument, MembershipFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";

export interface Colleague {
  readonly personId: string;
  readonly name: string;
}

/**
 * Who works at this organisation now, by name; empty until it is known. Asked for once per page that shows it, and not
 * waited for: a page can be written on without it.
 */
export function useColleagues(organisationId: string): readonly Colleague[] {
  const client = useApolloClient();
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let isShown = true;
    client.query({ query: MembersDocument, variables: { organisationId } }).then(
      ({ data }) => {
        if (isShown && data)
          setColleagues(
            data.members.memberships
              .map((one) => readFragment(MembershipFactsFragmentDoc, one))
              .filter(({ endedAt }) => endedAt === null)
              .map(({ personId, name }) => ({ personId, name })),
          );
      },
      // Without a connection the list stays as short as it was; what is chosen already is shown all the same.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [client, organisationId]);
  return colleagues;
}
