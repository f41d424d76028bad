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
import {
  useDocumentKindText,
  useItemState,
  usePeriodText,
  useSharingText,
} from "./evidence-text.ts";
import styles from "./EvidencePage.module.css";
import { isUnderWay as isSent } from "./upload/upload.ts";
import { useUploads } from "./upload/uploads.ts";
import { UsePlaces } from "./UsePlaces.tsx";

interface Props {
  readonly organisation: string;
  readonly items: readonly EvidenceInListFragment[];
  readonly search: EvidenceSearch;
  /** Ids of those that something is about to be done to; null where nothing can be done. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

export function EvidenceTable({ organisation, items, search, chosen, onChoose }: Props) {
  const { t } = useLingui();
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
    <table className={cx(table.table, styles.dense)}>
      <thead>
        <tr>
          {chosen !== null && (
            <th scope="col" className={styles.box}>
              <input
                type="checkbox"
                aria-label={t`Kies alle ${items.length} op deze pagina`}
                checked={items.every(({ id }) => chosen.has(id))}
                onChange={({ target }) =>
                  onChoose(
                    items.map(({ id }) => id),
                    target.checked,
                  )
                }
              />
            </th>
          )}
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
            <Trans>Voor wie</Trans>
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
            isChosen={chosen?.has(item.id) ?? null}
            onChoose={onChoose}
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
  /** Null where nothing can be done to it. */
  readonly isChosen: boolean | null;
  readonly onChoose: Props["onChoose"];
}

/** Kept as it was drawn while somebody types: of many rows few change. */
const Row = memo(function EvidenceRow(props: RowProps) {
  const { item, organisation, isUnderWay, isChosen, onChoose } = props;
  const { i18n, t } = useLingui();
  const periodText = usePeriodText();
  const sharingText = useSharingText();
  const itemState = useItemState();
  const kindText = useDocumentKindText();
  const { id, kind, documentKinds, title, files, uses, sharing, addedAt } = item;
  const period = periodText(item);
  const state = itemState(files);
  return (
    <tr>
      {isChosen !== null && (
        <td className={styles.box}>
          <input
            type="checkbox"
            aria-label={t`Kies ${title}`}
            checked={isChosen}
            onChange={({ target }) => onChoose([id], target.checked)}
          />
        </td>
      )}
      <td className={table.name}>
        <Link
          to="/o/$organisation/bewijsstukken/$id"
          params={{ organisation, id }}
          className={styles.title}
        >
          {title}
        </Link>
        <span className={styles.about}>
          {documentKinds.map((one) => (
            <span key={one}>{kindText(one)}</span>
          ))}
          {kind === "LINK" ? null : isUnderWay ? (
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
