import { Trans, useLingui } from "@lingui/react/macro";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import type { Standing } from "./answer-draft.ts";
import styles from "./AnswerMargin.module.css";
import { PartMargin } from "./PartMargin.tsx";

interface Props {
  readonly code: string;
  readonly standing: Standing;
  readonly guidance: string | null;
}

/** Beside an answer: who works on it, who wrote last, and what the statement is about. */
export function AnswerMargin({ code, standing, guidance }: Props) {
  const { assignee } = standing;
  return (
    <PartMargin part={code} kind="indicator">
      {assignee !== null && (
        <p className={styles.assignee}>
          <span className={styles.initials} aria-hidden="true">
            {initials(assignee.name)}
          </span>
          <span>
            <Trans>
              <strong>{assignee.name}</strong> werkt hieraan
            </Trans>
          </span>
        </p>
      )}
      <LastChange standing={standing} />
      {guidance !== null && (
        <section className={styles.guidance}>
          <h3>
            <Trans>Waar het om gaat</Trans>
          </h3>
          <p>{guidance}</p>
        </section>
      )}
    </PartMargin>
  );
}

function LastChange({ standing: { changedAt, changedBy } }: { readonly standing: Standing }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (changedAt === null || changedBy === null) return null;
  const { name } = changedBy;
  const time = writeTime(changedAt, i18n.locale);
  const ago = writeDaysAgo(changedAt, now, i18n.locale);
  return (
    <p className={styles.changed}>
      <time dateTime={changedAt} title={writeDayOf(changedAt, i18n.locale)}>
        {isToday(changedAt, now) ? (
          <Trans>
            {name} schreef hier vandaag om {time}
          </Trans>
        ) : (
          <Trans>
            {name} schreef hier {ago}
          </Trans>
        )}
      </time>
    </p>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1) ?? "")
    .join("");
}
