import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { writeDayOf } from "../../i18n/dates.ts";
import { SortHeader } from "../../ui/SortHeader.tsx";
import table from "../../ui/Table.module.css";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { sortings } from "./list-state.ts";
import type { Sorting } from "./list-state.ts";
import styles from "./MembersTable.module.css";
import type { Membership } from "./people.ts";

interface Props {
  readonly members: readonly Membership[];
  readonly organisationId: string;
  /** Who looks. */
  readonly personId: string;
  readonly canManage: boolean;
  readonly sorting: Sorting;
  readonly isReversed: boolean;
  readonly onSort: (sorting: Sorting) => void;
}

/** Kept as it was drawn while somebody types: two hundred rows take longer than a key. */
export const MembersRows = memo(function MembersRows({
  members,
  organisationId,
  personId,
  canManage,
  sorting,
  isReversed,
  onSort,
}: Props) {
  const { t, i18n } = useLingui();
  const roleNames = useRoleNames();
  const heads: Record<Sorting, string> = { naam: t`Naam`, rol: t`Rol`, sinds: t`Sinds` };
  const direction = isReversed ? "descending" : "ascending";
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {sortings.map((one) => (
            <SortHeader
              key={one}
              direction={one === sorting ? direction : null}
              onSort={() => onSort(one)}
            >
              {heads[one]}
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
        {members.map(({ personId: id, name, roles, since }) => (
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
  );
});
