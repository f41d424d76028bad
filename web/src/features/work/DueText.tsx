import { Trans, useLingui } from "@lingui/react/macro";
import { timeLeft, writeDay } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { cx } from "../../ui/cx.ts";
import styles from "./DueText.module.css";

/** By when, on a line of its own: `af op 8 januari 2027`. A day that passed asks for a look. */
export function DueText({ day }: { readonly day: string }) {
  const { i18n } = useLingui();
  const { count } = timeLeft(day, useNow());
  const written = writeDay(day, i18n.locale);
  return (
    <span className={cx(styles.due, count < 0 && styles.late)}>
      {count < 0 ? (
        <Trans>had af moeten zijn op {written}</Trans>
      ) : count === 0 ? (
        <Trans>vandaag af</Trans>
      ) : (
        <Trans>af op {written}</Trans>
      )}
    </span>
  );
}
