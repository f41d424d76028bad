import { i18n } from "@lingui/core";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import { fromAddress } from "../../../address/search.ts";
import { Refused } from "../../../network/problem.ts";
import { whatOpens } from "../../../features/identity/what-opens.ts";
import { isEnough } from "../../../features/search/enough.ts";
import { find } from "../../../features/search/find.ts";
import { SearchPage } from "../../../features/search/SearchPage.tsx";
import { readSearch } from "../../../features/search/search-text.ts";
import { loadMessages, localeOf } from "../../../i18n/language.ts";

export const Route = createFileRoute("/o/$organisation/zoeken")({
  validateSearch: fromAddress(readSearch),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: async ({ context: { client, hat }, params, deps: { q }, abortController }) => {
    if (!whatOpens(hat).selfEvaluation) throw new Refused("FORBIDDEN");
    const variables = {
      organisationId: params.organisation,
      text: q ?? "",
      locale: localeOf(i18n.locale),
    };
    const [found] = await Promise.all([
      isEnough(q) ? find(client, variables, abortController.signal) : null,
      loadMessages("search", "writing"),
    ]);
    return { found };
  },
  component: Search,
  // Who types keeps what was found, and the field, until the next is there.
  pendingMs: 15_000,
});

function Search() {
  const { hat } = Route.useRouteContext();
  const { found } = Route.useLoaderData();
  const { q } = Route.useSearch();
  const router = useRouter();
  const isBusy = Route.useMatch({ select: ({ isFetching }) => isFetching !== false });
  return (
    <SearchPage
      organisationId={hat.id}
      organisationName={hat.name}
      text={q}
      found={found}
      isBusy={isBusy}
      onRetry={() => void router.invalidate()}
    />
  );
}
