import { createFileRoute } from "@tanstack/react-router";
import { fromAddress, isOn } from "../../../../address/search.ts";
import { useCallback } from "react";
import { load } from "../../../../network/apollo.ts";
import { sortings } from "../../../../features/membership/list-state.ts";
import type { ListState, Sorting } from "../../../../features/membership/list-state.ts";
import { MembersPage } from "../../../../features/membership/MembersPage.tsx";
import { InvitationsDocument, MembersDocument } from "../../../../gql/graphql.ts";
import { loadMessages } from "../../../../i18n/language.ts";

export interface Search {
  zoek?: string;
  op?: Sorting;
  /** From last to first. */
  om?: true;
  /** Who left is shown too. */
  weg?: true;
}

export const Route = createFileRoute("/o/$organisation/mensen/")({
  validateSearch: fromAddress(({ zoek, op, om, weg }): Search => {
    const sorting = sortings.find((one) => one === op);
    return {
      ...(typeof zoek === "string" && zoek !== "" && { zoek }),
      ...(sorting && sorting !== "naam" && { op: sorting }),
      ...(isOn(om) && { om: true }),
      ...(isOn(weg) && { weg: true }),
    };
  }),
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation };
    const [{ members }] = await Promise.all([
      load(client, MembersDocument, variables),
      loadMessages("membership"),
    ]);
    // Whoever may not see these is refused the whole document.
    if (members.canManage) await load(client, InvitationsDocument, variables);
  },
  // The list that stands can be searched and sorted without asking again.
  shouldReload: ({ cause }) => cause !== "stay",
  component: Members,
});

function Members() {
  const { person, hat } = Route.useRouteContext();
  const { zoek = "", op = "naam", om = false, weg = false } = Route.useSearch();
  const navigate = Route.useNavigate();
  const change = useCallback(
    (next: Partial<Search>) =>
      void navigate({
        search: (search) => ({ ...search, ...next }) as Search,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const onChange = useCallback(
    ({ search, sorting, isReversed }: Partial<ListState>) =>
      change({
        ...(search !== undefined && { zoek: search }),
        ...(sorting !== undefined && { op: sorting }),
        ...(isReversed !== undefined && { om: isReversed || undefined }),
      } as Partial<Search>),
    [change],
  );
  return (
    <MembersPage
      organisationId={hat.id}
      organisationName={hat.name}
      personId={person.id}
      table={{ search: zoek, sorting: op, isReversed: om, onChange }}
      showsLeft={weg}
      onShowLeft={(shows) => change({ weg: shows || undefined } as Partial<Search>)}
    />
  );
}
