import { i18n } from "@lingui/core";
import { createFileRoute } from "@tanstack/react-router";
import { fromAddress } from "../../../address/search.ts";
import { load } from "../../../network/apollo.ts";
import { WorkPage } from "../../../features/work/WorkPage.tsx";
import { MyWorkDocument } from "../../../gql/graphql.ts";
import { loadMessages, localeOf } from "../../../i18n/language.ts";
import { readPanelSearch } from "../../../address/panel-search.ts";
import type { PanelSearch } from "../../../address/panel-search.ts";

export interface Search extends PanelSearch {
  /** Whose work is shown: the id of a person, or `niemand`. */
  van?: string;
  /** Only what is in this norm. */
  norm?: string;
}

export const Route = createFileRoute("/o/$organisation/werk")({
  validateSearch: fromAddress((search): Search => {
    const { van, norm } = search;
    return {
      ...readPanelSearch(search),
      ...(typeof van === "string" && van !== "" && { van }),
      ...(typeof norm === "string" && norm !== "" && { norm }),
    };
  }),
  loader: async ({ context: { client }, params: { organisation } }) => {
    const variables = { organisationId: organisation, locale: localeOf(i18n.locale) };
    await Promise.all([load(client, MyWorkDocument, variables), loadMessages("work")]);
    return { variables };
  },
  component: Work,
});

function Work() {
  const { person, hat } = Route.useRouteContext();
  const { variables } = Route.useLoaderData();
  const { van, norm } = Route.useSearch();
  return <WorkPage variables={variables} personId={person.id} hat={hat.id} who={van} norm={norm} />;
}
