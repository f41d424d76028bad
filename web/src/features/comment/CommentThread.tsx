import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ThreadFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { CommentText } from "./CommentText.tsx";
import styles from "./CommentThread.module.css";
import { ComposerButton } from "./ComposerButton.tsx";
import { placeOf } from "./kept-comment.ts";
import { useComments } from "./use-comments.ts";

interface Props {
  readonly thread: ThreadFragment;
  readonly canComment: boolean;
}

/** A first comment with what goes on from it. Its address opens the page here. */
export function CommentThread({ thread, canComment }: Props) {
  const { t } = useLingui();
  const { id, part, resolvedAt, resolvedBy } = thread;
  const dossier = useDossierPlace();
  const comments = useComments();
  const { isBusy, failure, submit } = useSubmission();
  const { hash } = useLocation();
  const place = useRef<HTMLElement>(null);
  const address = `opmerking-${id}`;
  const isLinked = hash === address;
  useEffect(() => {
    if (!isLinked) return;
    place.current?.scrollIntoView({ block: "center" });
    place.current?.focus({ preventScroll: true });
  }, [isLinked]);
  const setResolved = (resolved: boolean) =>
    submit(async () => {
      await comments.setResolved(id, resolved);
      announce(resolved ? t`De opmerking is afgerond.` : t`De opmerking is weer open.`);
    });
  const first = thread.comments[0]?.author.name ?? "";
  return (
    <article
      ref={place}
      id={address}
      tabIndex={-1}
      className={cx(styles.thread, isLinked && styles.linked)}
      aria-label={t`Opmerking van ${first} bij ${part}`}
    >
      {thread.comments.map((comment) => (
        <CommentText key={comment.id} comment={comment} part={part} address={address} />
      ))}
      {resolvedBy !== null && (
        <p className={styles.resolved}>
          <Trans>{resolvedBy.name} rondde dit af.</Trans>
        </p>
      )}
      <FailureAlert failure={failure} />
      {canComment && (
        <div className={styles.tools}>
          {resolvedAt === null && (
            <ComposerButton
              label={t`Reactie bij ${part}`}
              place={placeOf({ ...dossier, part }, id)}
              onSend={(comment) => comments.add(part, id, comment)}
            >
              <Trans>Reageer</Trans>
            </ComposerButton>
          )}
          <Button
            look="quiet"
            small
            aria-disabled={isBusy}
            onClick={() => setResolved(resolvedAt === null)}
          >
            {resolvedAt === null ? <Trans>Rond af</Trans> : <Trans>Open weer</Trans>}
          </Button>
        </div>
      )}
    </article>
  );
}
