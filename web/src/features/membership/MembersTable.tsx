import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useState } from "react";
import type { ReactNode } from "react";
import { download } from "../../download.ts";
import { writeDayOf } from "../../i18n/dates.ts";
import { spreadsheet } from "../../spreadsheet.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { SortHeader } from "../../ui/SortHeader.tsx";
import table from "../../ui/Table.module.css";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { list, sortings } from "./list.ts";
import type { ListState, Sorting } from "./list.ts";
import styles from "./MembersTable.module.css";
import type { Membership } from "./people.ts";

export interface TableState extends ListState {
  readonly onChange: (state: Partial<ListState>) => void;
}

interface Props {
  readonly members: readonly Membership[];
  readonly organisationId: string;
  readonly personId: string;
  readonly canManage: boolean;
  readonly state: TableState;
  readonly heading: ReactNode;
}

/** Members with which one can see everybody at once need no search. */
const few = 8;

export function MembersTable({
  members,
  organisationId,
  personId,
  canManage,
  state,
  heading,
}: Props) {
  const { t, i18n } = useLingui();
  const roleNames = useRoleNames();
  const [search, setSearch] = useSearch(state);
  const shown = list(
    members,
    { ...state, search: useDeferredValue(search) },
    { language: i18n.locale, roleNames },
  );
  const heads: Record<Sorting, string> = { naam: t`Naam`, rol: t`Rol`, sinds: t`Sinds` };
  const orders: Record<Sorting, string> = {
    naam: t`Op naam`,
    rol: t`Op rol`,
    sinds: t`Op begin`,
  };
  const sortBy = (sorting: Sorting) =>
    state.onChange({ sorting, isReversed: sorting === state.sorting && !state.isReversed });
  const exportShown = () => {
    const rows = shown.map(({ name, roles, since }) => [
      name,
      roleNames(roles),
      writeDayOf(since, i18n.locale),
    ]);
    const file = spreadsheet([sortings.map((sorting) => heads[sorting]), ...rows]);
    download(t`mensen.csv`, file, "text/csv");
  };

  return (
    <>
      <div className={styles.tools}>
        {heading}
        {(members.length > few || state.search !== "") && (
          <>
            <SearchField label={t`Zoek op naam of rol`} value={search} onChange={setSearch} />
            <div className={styles.order}>
              <SelectField
                label={t`Op volgorde van`}
                labelHidden
                small
                value={state.sorting}
                onChange={(event) => {
                  const sorting = sortings.find((one) => one === event.currentTarget.value);
                  if (sorting) state.onChange({ sorting, isReversed: false });
                }}
              >
                {sortings.map((sorting) => (
                  <option key={sorting} value={sorting}>
                    {orders[sorting]}
                  </option>
                ))}
              </SelectField>
            </div>
          </>
        )}
        <p className={styles.count} role="status">
          {search !== "" && <Plural value={shown.length} one="# gevonden" other="# gevonden" />}
        </p>
        <Button look="quiet" small onClick={exportShown}>
          <Trans>Bewaar als spreadsheet</Trans>
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t`Niemand gevonden`}>
          <p>
            <Trans>Er is niemand met “{search}” in de naam of de rol.</Trans>
          </p>
          <div>
            <Button onClick={() => setSearch("")}>
              <Trans>Toon iedereen</Trans>
            </Button>
          </div>
        </EmptyState>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              {sortings.map((sorting) => (
                <SortHeader
                  key={sorting}
                  direction={
                    sorting !== state.sorting ? null : state.isReversed ? "descending" : "ascending"
                  }
                  onSort={() => sortBy(sorting)}
                >
                  {heads[sorting]}
                </SortHeader>
              ))}
              {canManage && (
                <td>
                  <VisuallyHidden>
                    <Trans>Wijzigen</Trans>
                  </VisuallyHidden>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ personId: id, name, roles, since }) => (
              <tr key={id}>
                <td className={table.name}>
                  {name}
                  {id === personId && (
                    <>
                      {" "}
                      <span className={styles.you}>
                        <Trans>jij</Trans>
                      </span>
                    </>
                  )}
                </td>
                <td>{roleNames(roles)}</td>
                <td className={table.soft}>
                  <span className={styles.since}>
                    <Trans>sinds</Trans>{" "}
                  </span>
                  <time dateTime={since}>{writeDayOf(since, i18n.locale)}</time>
                </td>
                {canManage && (
                  <td className={table.actions}>
                    <Link
                      to="/o/$organisation/mensen/$person"
                      params={{ organisation: organisationId, person: id }}
                      className={styles.change}
                    >
                      <Trans>Wijzig</Trans>
                      <VisuallyHidden> {name}</VisuallyHidden>
                    </Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Typing is shown at once, and is in the address as soon as it pauses. */
function useSearch({ search: asked, onChange }: TableState) {
  const [search, setSearch] = useState(asked);
  const [written, setWritten] = useState(asked);
  // Back or a link changed the address.
  if (asked !== written) {
    setWritten(asked);
    setSearch(asked);
  }
  useEffect(() => {
    if (search === asked) return undefined;
    const timer = setTimeout(() => {
      setWritten(search);
      onChange({ search });
    }, 400);
    return () => clearTimeout(timer);
  }, [search, asked, onChange]);
  return [search, setSearch] as const;
}
