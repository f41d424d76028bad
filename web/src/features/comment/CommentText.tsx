import { Trans, useLingui } from "@lingui/react/macro";
import type { ThreadFragment } from "../../gql/graphql.ts";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import styles from "./CommentText.module.css";
import { ComposerButton } from "./ComposerButton.tsx";
import { placeOf, withPlaces } from "./kept-comment.ts";
import { Linked } from "../writing/Linked.tsx";
import { piecesOf } from "./mention.ts";
import { useComments } from "./use-comments.ts";

interface Props {
  readonly comment: ThreadFragment["comments"][number];
  /** Beside which it stands. */
  readonly part: string;
  /** Of the thread, within the page. */
  readonly address: string;
}

/** What one person said, and when. Its author changes it or takes it back, and takes that back too. */
export function CommentText({ comment, part, address }: Props) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const dossier = useDossierPlace();
  const comments = useComments();
  const { isBusy, failure, submit } = useSubmission();
  const { id, at, body, author, mentions, changedAt, removedAt, canChange } = comment;
  const setRemoved = (removed: boolean) =>
    submit(async () => {
      await comments.setRemoved(id, removed);
      announce(removed ? t`Je opmerking is weggehaald.` : t`Je opmerking staat er weer.`);
    });
  return (
    <div className={styles.comment}>
      <p className={styles.head}>
        <strong>{author.name}</strong> ·{" "}
        <a href={`#${address}`} title={writeDayOf(at, i18n.locale)}>
          <time dateTime={at}>
            {isToday(at, now) ? writeTime(at, i18n.locale) : writeDaysAgo(at, now, i18n.locale)}
          </time>
        </a>
        {changedAt !== null && removedAt === null && (
          <>
            {" "}
            · <Trans>aangepast</Trans>
          </>
        )}
      </p>
      {removedAt === null ? (
        <p className={styles.body}>
          {piecesOf(body, mentions).map(({ text, isMention }, index) =>
            isMention ? <strong key={index}>{text}</strong> : <Linked key={index} text={text} />,
          )}
        </p>
      ) : (
        <p className={styles.gone}>
          <Trans>Deze opmerking is weggehaald.</Trans>
        </p>
      )}
      <FailureAlert failure={failure} />
      {canChange && (
        <div className={styles.tools}>
          {removedAt === null && (
            <ComposerButton
              label={t`Pas je opmerking aan`}
              place={placeOf({ ...dossier, part }, id, "change")}
              latest={withPlaces({ id, body, mentions })}
              onSend={(next) => comments.change(next)}
            >
              <Trans>Pas aan</Trans>
            </ComposerButton>
          )}
          <Button
            look="quiet"
            small
            aria-disabled={isBusy}
            onClick={() => setRemoved(removedAt === null)}
          >
            {removedAt === null ? <Trans>Haal weg</Trans> : <Trans>Zet terug</Trans>}
          </Button>
        </div>
      )}
    </div>
  );
}
