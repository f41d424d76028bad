import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useState } from "react";
import { download } from "../../network/download.ts";
import {
  NormTitlesFragmentDoc,
  OverseenDocument,
  OverseenRowFragmentDoc,
} from "../../gql/graphql.ts";
import { laterSpreadsheet } from "../../spreadsheet/later-spreadsheet.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type {
  NormTitlesFragment,
  OverseenQuery,
  OverseenQueryVariables,
  OverseenRowFragment,
} from "../../gql/graphql.ts";
import { countsOf, useWorkText } from "./work-text.ts";

/** All members that fit the filters as a spreadsheet, also those on pages that were not opened. */
export function useMembersExport(variables: OverseenQueryVariables, total: number, now: Date) {
  const { t } = useLingui();
  const client = useApolloClient();
  const workText = useWorkText();
  const [fetched, setFetched] = useState(0);

  const fetchPage = async (after: string | null): Promise<OverseenQuery["overseen"]> => {
    // Not kept: the list on the page has its own pages.
    const { data } = await client.query({
      query: OverseenDocument,
      variables: { ...variables, after },
      fetchPolicy: "no-cache",
    });
    if (data === undefined) throw new Error("The server answered without data");
    return data.overseen;
  };
  const dayOf = (day: string | null | undefined) => (day ? { day } : "");
  const save = async () => {
    setFetched(0);
    const { spreadsheet } = await laterSpreadsheet.load();
    const libraries: OverseenRowFragment[] = [];
    const norms = new Map<string, NormTitlesFragment>();
    let after: string | null = null;
    do {
      const page = await fetchPage(after);
      libraries.push(...page.libraries.map((one) => readFragment(OverseenRowFragmentDoc, one)));
      for (const norm of readFragment(NormTitlesFragmentDoc, page.norms))
        norms.set(norm.code, norm);
      setFetched(Math.min(libraries.length, total));
      after = page.nextAfter;
    } while (after !== null);
    const columns = [...norms.values()];
    const head = [
      t`Bibliotheek`,
      ...columns.map(({ code, title }) => `${code} ${title}`),
      t`Audit`,
      t`Indienen uiterlijk`,
      t`Laatst bezig`,
    ];
    const rows = libraries.map((library) => [
      library.organisation.name,
      ...columns.map(({ code }) => {
        const norm = library.norms.find((one) => one.code === code);
        return norm ? workText(countsOf(norm)) : "";
      }),
      library.auditOn ? { day: library.auditOn } : (library.announcedQuarter ?? ""),
      dayOf(library.submitBefore),
      dayOf(library.lastActiveOn),
    ]);
    download(`${t`leden`}-${dayInAmsterdam(now)}.csv`, spreadsheet([head, ...rows]), "text/csv");
  };
  return { save, fetched };
}
