import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isToday, writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import hidden from "../../ui/VisuallyHidden.module.css";
import { phase } from "./draft.ts";
import type { Draft, Standing, Words } from "./draft.ts";
import styles from "./WritingFrame.module.css";

interface Props<W extends Words> {
  readonly draft: Draft<W>;
  /** Said as long as nothing was ever written. */
  readonly empty?: ReactNode;
}

/**
 * `Bewaard om 14.02 uur`, from the server's clock and only after its answer. While saving, the last
 * time stays for screen readers, so that they hear it when it changes and not at every pause.
 */
export function SaveStatus<W extends Words>({ draft, empty }: Props<W>) {
  const now = phase(draft);
  return (
    <p className={styles.status}>
      <span role="status" className={now === "clean" ? undefined : hidden.hidden}>
        {draft.standing.version === 0 ? empty : <Saved standing={draft.standing} />}
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

function Saved<W extends Words>({ standing: { changedAt } }: { readonly standing: Standing<W> }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (changedAt === null) return <Trans>Bewaard</Trans>;
  const time = writeTime(changedAt, i18n.locale);
  if (isToday(changedAt, now)) return <Trans>Bewaard om {time} uur</Trans>;
  const day = writeDayOf(changedAt, i18n.locale);
  return <Trans>Bewaard op {day}</Trans>;
}
