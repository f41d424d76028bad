import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { dayInAmsterdam } from "@toetssteen/norms";
import { memo } from "react";
import type { EvidenceInListFragment } from "../../gql/graphql.ts";
import { writeShortDay } from "../../i18n/dates.ts";
import { cx } from "../../ui/cx.ts";
import { SortHeader } from "../../ui/SortHeader.tsx";
import table from "../../ui/Table.module.css";
import type { EvidenceSearch } from "./evidence-search.ts";
import { useItemState, usePeriodText, useSharingText } from "./evidence-text.ts";
import styles from "./EvidencePage.module.css";
import { isUnderWay as isSent } from "./upload/upload.ts";
import { useUploads } from "./upload/uploads.ts";
import { UsePlaces } from "./UsePlaces.tsx";

interface Props {
  readonly organisation: string;
  readonly items: readonly EvidenceInListFragment[];
  readonly search: EvidenceSearch;
}

export function EvidenceTable({ organisation, items, search }: Props) {
  const navigate = useNavigate();
  const underWay = new Set(
    useUploads()
      .filter(isSent)
      .map(({ evidenceId }) => evidenceId),
  );
  const sortBy = (op: "naam" | "periode" | null) => {
    const { op: _, ...rest } = search;
    void navigate({
      to: "/o/$organisation/bewijsstukken",
      params: { organisation },
      search: op === null ? rest : { ...rest, op },
      resetScroll: false,
    });
  };
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <SortHeader
            direction={search.op === "naam" ? "ascending" : null}
            onSort={() => sortBy("naam")}
          >
            <Trans>Naam</Trans>
          </SortHeader>
          <SortHeader
            direction={search.op === "periode" ? "descending" : null}
            onSort={() => sortBy("periode")}
          >
            <Trans>Gaat over</Trans>
          </SortHeader>
          <th scope="col">
            <Trans>Gekoppeld bij</Trans>
          </th>
          <th scope="col">
            <Trans>Te zien</Trans>
          </th>
          <SortHeader
            direction={search.op === undefined ? "descending" : null}
            onSort={() => sortBy(null)}
          >
            <Trans>Toegevoegd</Trans>
          </SortHeader>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            organisation={organisation}
            isUnderWay={underWay.has(item.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly item: EvidenceInListFragment;
  readonly organisation: string;
  /** A file of it is being sent from here. */
  readonly isUnderWay: boolean;
}

/** Kept as it was drawn while somebody types: of many rows few change. */
const Row = memo(function EvidenceRow({ item, organisation, isUnderWay }: RowProps) {
  const { i18n } = useLingui();
  const periodText = usePeriodText();
  const sharingText = useSharingText();
  const itemState = useItemState();
  const { id, kind, title, files, uses, sharing, addedAt } = item;
  const period = periodText(item);
  const state = itemState(files);
  return (
    <tr>
      <td className={table.name}>
        <Link
          to="/o/$organisation/bewijsstukken/$id"
          params={{ organisation, id }}
          className={styles.title}
        >
          {title}
        </Link>
        <span className={styles.about}>
          {kind === "LINK" ? (
            <span>
              <Trans>link</Trans>
            </span>
          ) : isUnderWay ? (
            <span>
              <Trans>onderweg</Trans>
            </span>
          ) : files.length === 0 ? (
            <span>
              <Trans>nog geen bestand</Trans>
            </span>
          ) : (
            files.length > 1 && (
              <span>
                <Plural value={files.length} one="# bestand" other="# bestanden" />
              </span>
            )
          )}
          {state !== null && !isUnderWay && <span className={styles.state}>{state}</span>}
        </span>
      </td>
      <td className={table.soft}>
        {period !== null && (
          <>
            <span className={styles.label}>
              <Trans>over</Trans>{" "}
            </span>
            {period}
          </>
        )}
      </td>
      <td className={table.soft}>
        <span className={styles.label}>
          <Trans>gekoppeld:</Trans>{" "}
        </span>
        <UsePlaces organisation={organisation} uses={uses} most={4} />
      </td>
      <td className={table.soft}>{sharingText(sharing)}</td>
      <td className={cx(table.soft, styles.day)}>
        <span className={styles.label}>
          <Trans>toegevoegd op</Trans>{" "}
        </span>
        <time dateTime={addedAt}>
          {writeShortDay(dayInAmsterdam(new Date(addedAt)), i18n.locale)}
        </time>
      </td>
    </tr>
  );
});
