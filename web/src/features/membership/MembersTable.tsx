import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { download } from "../../network/download.ts";
import { writeDayOf } from "../../i18n/dates.ts";
import { spreadsheet } from "../../spreadsheet/spreadsheet.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { list } from "./list.ts";
import { sortings } from "./list-state.ts";
import type { ListState, Sorting } from "./list-state.ts";
import { MembersRows } from "./MembersRows.tsx";
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
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useSearch(state);
  const { sorting, isReversed, onChange } = state;
  const wanted = useDeferredValue(search);
  const language = i18n.locale;
  const shown = useMemo(
    () => list(members, { search: wanted, sorting, isReversed }, { roleNames }),
    [members, wanted, sorting, isReversed, roleNames],
  );
  const sortBy = useCallback(
    (next: Sorting) => onChange({ sorting: next, isReversed: next === sorting && !isReversed }),
    [onChange, sorting, isReversed],
  );
  const orders: Record<Sorting, string> = {
    naam: t`Op naam`,
    rol: t`Op rol`,
    sinds: t`Op begin`,
  };
  const exportShown = () => {
    const rows = shown.map(({ name, roles, since }) => [
      name,
      roleNames(roles),
      writeDayOf(since, language),
    ]);
    download(t`mensen.csv`, spreadsheet([[t`Naam`, t`Rol`, t`Sinds`], ...rows]), "text/csv");
  };

  return (
    <>
      <div className={styles.tools}>
        {heading}
        {(members.length > few || search !== "") && (
          <>
            <SearchField
              ref={field}
              label={t`Zoek op naam of rol`}
              value={search}
              onChange={setSearch}
            />
            <div className={styles.order}>
              <SelectField
                label={t`Op volgorde van`}
                labelHidden
                small
                value={sorting}
                onChange={(event) => {
                  const next = sortings.find((one) => one === event.currentTarget.value);
                  if (next) onChange({ sorting: next, isReversed: false });
                }}
              >
                {sortings.map((one) => (
                  <option key={one} value={one}>
                    {orders[one]}
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
          <Trans>Download als spreadsheet</Trans>
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t`Niemand gevonden`}>
          <p>
            <Trans>Er is niemand met ‘{search}’ in de naam of de rol.</Trans>
          </p>
          <div>
            <Button
              onClick={() => {
                setSearch("");
                field.current?.focus();
              }}
            >
              <Trans>Toon iedereen</Trans>
            </Button>
          </div>
        </EmptyState>
      ) : (
        <MembersRows
          members={shown}
          organisationId={organisationId}
          personId={personId}
          canManage={canManage}
          sorting={sorting}
          isReversed={isReversed}
          onSort={sortBy}
        />
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
