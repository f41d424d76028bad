import { useApolloClient } from "@apollo/client/react";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { download } from "../../network/download.ts";
import { EvidenceInListFragmentDoc, EvidenceListDocument } from "../../gql/graphql.ts";
import { laterSpreadsheet } from "../../spreadsheet/later-spreadsheet.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type {
  EvidenceInListFragment,
  EvidenceListQuery,
  EvidenceListQueryVariables,
} from "../../gql/graphql.ts";
import { useItemState, useSharingText } from "./evidence-text.ts";

/** As many as one question may bring. */
const atOnce = 100;

/** Everything that fits the filters as a spreadsheet, also what stands on pages that were not opened. */
export function useExport(variables: EvidenceListQueryVariables, total: number) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [fetched, setFetched] = useState(0);
  const sharingText = useSharingText();
  const itemState = useItemState();

  const fetchPage = async (after: string | null): Promise<EvidenceListQuery["evidence"]> => {
    // Not kept: the list on the page has its own pages.
    const { data } = await client.query({
      query: EvidenceListDocument,
      variables: { ...variables, first: atOnce, after },
      fetchPolicy: "no-cache",
    });
    if (data === undefined) throw new Error("The server answered without data");
    return data.evidence;
  };
  const save = async () => {
    setFetched(0);
    const { spreadsheet } = await laterSpreadsheet.load();
    const items: EvidenceInListFragment[] = [];
    let after: string | null = null;
    do {
      const page = await fetchPage(after);
      items.push(...page.items.map((item) => readFragment(EvidenceInListFragmentDoc, item)));
      setFetched(Math.min(items.length, total));
      after = page.nextAfter;
    } while (after !== null);
    const head = [
      t`Naam`,
      t`Soort`,
      t`Over vanaf`,
      t`Over tot en met`,
      t`Wie mag het zien`,
      t`Gekoppeld bij`,
      t`Bestanden`,
      t`Stand`,
      t`Toegevoegd`,
    ];
    const rows = items.map((item) => [
      item.title,
      item.kind === "LINK" ? t`link` : t`bestanden`,
      item.aboutFrom === null ? "" : { day: item.aboutFrom },
      item.aboutTo === null ? "" : { day: item.aboutTo },
      sharingText(item.sharing),
      item.uses.map(({ part, page }) => (page === "" ? part : `${part} (${page})`)).join(", "),
      item.kind === "LINK" ? "" : item.files.length,
      itemState(item.files) ?? "",
      { day: dayInAmsterdam(new Date(item.addedAt)) },
    ]);
    download(t`bewijsstukken.csv`, spreadsheet([head, ...rows]), "text/csv");
  };
  return { save, fetched };
}
