import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import hidden from "../../ui/VisuallyHidden.module.css";
import { phase } from "./draft.ts";
import type { Draft, Latest, Words } from "./draft.ts";
import styles from "./WritingFrame.module.css";

interface Props<W extends Words> {
  readonly draft: Draft<W>;
  /** Said as long as nothing was ever written. */
  readonly empty?: ReactNode;
  /** Says who wrote it, unless that is the person who reads this, today: many boxes are quieter than one. */
  readonly naming?: boolean;
}

/**
 * `Bewaard om 14.02 uur`, from the server's clock and only after its answer. While saving, the last
 * time stays for screen readers, so that they hear it when it changes and not at every pause.
 */
export function SaveStatus<W extends Words>({ draft, empty, naming = false }: Props<W>) {
  const now = phase(draft);
  return (
    <p className={styles.status}>
      <span role="status" className={now === "clean" ? undefined : hidden.hidden}>
        {draft.latest.version === 0 ? empty : <Saved latest={draft.latest} naming={naming} />}
      </span>
      {(now === "waiting" || now === "sending") && (
        <span aria-hidden="true">
          <Trans>Bewaren…</Trans>
        </span>
      )}
      {now === "troubled" && <Trans>Nog niet bewaard</Trans>}
      {now === "clashing" && <Trans>Nog niet bewaard: kies eerst welke tekst blijft staan</Trans>}
    </p>
  );
}

function Saved<W extends Words>({
  latest: { changedAt, changedBy },
  naming,
}: {
  readonly latest: Latest<W>;
  readonly naming: boolean;
}) {
  const { i18n } = useLingui();
  const { personId } = useDossierPlace();
  const now = useNow();
  if (changedAt === null) return <Trans>Bewaard</Trans>;
  const isFromToday = isToday(changedAt, now);
  if (naming && changedBy !== null && !(isFromToday && changedBy.personId === personId)) {
    const { name } = changedBy;
    const ago = writeDaysAgo(changedAt, now, i18n.locale);
    return (
      <time dateTime={changedAt} title={writeDayOf(changedAt, i18n.locale)}>
        <Trans>
          {name}, {ago}
        </Trans>
      </time>
    );
  }
  const time = writeTime(changedAt, i18n.locale);
  if (isFromToday) return <Trans>Bewaard om {time} uur</Trans>;
  const day = writeDayOf(changedAt, i18n.locale);
  return <Trans>Bewaard op {day}</Trans>;
}
