import { Trans, useLingui } from "@lingui/react/macro";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import type { AnswerFragment } from "../../gql/graphql.ts";
import { HistoryLink } from "../history/HistoryLink.tsx";
import styles from "./AnswerMargin.module.css";
import { PartMargin } from "./PartMargin.tsx";

interface Props {
  readonly code: string;
  readonly answer: AnswerFragment;
  readonly guidance: string | null;
}

/** Beside an answer: who wrote last, and what the statement is about. */
export function AnswerMargin({ code, answer, guidance }: Props) {
  return (
    <PartMargin part={code} kind="indicator">
      <LastChange answer={answer} />
      {answer.version > 0 && (
        <p>
          <HistoryLink about={code} part={code} field={null} />
        </p>
      )}
      {guidance !== null && (
        <details className={styles.guidance} open>
          <summary>
            <Trans>Waar het om gaat</Trans>
          </summary>
          <p>{guidance}</p>
        </details>
      )}
    </PartMargin>
  );
}

function LastChange({ answer: { changedAt, changedBy } }: Pick<Props, "answer">) {
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
