import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import type { FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import { faultOf, longestComment, showsSomething } from "@toetssteen/contract";
import { Button } from "../../ui/Button.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { usePeople } from "../membership/people.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { TextFaultText } from "../writing/TextFaultText.tsx";
import styles from "./Composer.module.css";
import { findKept, keepComment } from "./kept-comment.ts";
import type { KeptComment } from "./kept-comment.ts";
import { carried } from "./mention.ts";
import type { Mention } from "./mention.ts";
import { MentionArea } from "./MentionArea.tsx";

export interface ComposerProps {
  readonly label: string;
  /** Where it is kept while it is written. */
  readonly place: string;
  /** What stands already, when it is changed. */
  readonly latest?: KeptComment | undefined;
  /** Not when it stands open because it was begun on an earlier visit. */
  readonly takesFocus: boolean;
  readonly onSend: (comment: KeptComment) => Promise<void>;
  readonly onClose: () => void;
}

/** Where a comment is written. What is typed stays in this browser until the server has it. */
export function Composer({ label, place, latest, takesFocus, onSend, onClose }: ComposerProps) {
  const { t } = useLingui();
  const { organisationId, personId } = useDossierPlace();
  const { present } = usePeople(organisationId);
  const people = useMemo(
    () => present.filter((member) => member.personId !== personId),
    [present, personId],
  );
  const { isBusy, failure, submit } = useSubmission();
  const [comment, setComment] = useState<KeptComment>(
    () => findKept(place) ?? latest ?? { id: uuidv7(), body: "", mentions: [] },
  );
  const mentionsIn = (body: string, caret: number) =>
    carried(comment.body, body, caret, comment.mentions);
  const write = (next: KeptComment) => {
    setComment(next);
    keepComment(place, next);
  };
  // Who left stays named, as in a letter; a mail only goes to who is here.
  const hasLeft = ({ personId: one }: Mention) =>
    !present.some((member) => member.personId === one) &&
    latest?.mentions.some((mention) => mention.personId === one) !== true;
  const left = [...new Set(comment.mentions.filter(hasLeft).map(({ name }) => name))].join(", ");
  const fault = faultOf(comment.body.trim(), longestComment);
  const close = () => {
    keepComment(place, null);
    onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!showsSomething(comment.body) || fault !== null) return;
    submit(async () => {
      await onSend({ ...comment, mentions: comment.mentions.filter((one) => !hasLeft(one)) });
      close();
    });
  };
  return (
    <form className={styles.composer} onSubmit={send}>
      <MentionArea
        label={label}
        value={comment.body}
        people={people}
        takesFocus={takesFocus}
        onChange={(body, caret) => write({ ...comment, body, mentions: mentionsIn(body, caret) })}
        onMention={(body, caret, { personId: chosen, name }, at) => {
          const mentions = [...mentionsIn(body, caret), { personId: chosen, name, at }];
          write({ ...comment, body, mentions });
        }}
      />
      <p className={styles.hint}>
        <Trans>Met @ noem je een collega; die krijgt een mail.</Trans>
      </p>
      {left !== "" && (
        <p className={styles.hint}>
          <Trans>{left} hoort niet meer bij jullie en krijgt geen mail.</Trans>
        </p>
      )}
      {fault !== null && (
        <p className={styles.fault} role="alert">
          <TextFaultText fault={fault} />
        </p>
      )}
      <FailureAlert
        failure={failure}
        words={{
          NO_CONNECTION: t`Er is nu geen verbinding. Je opmerking blijft hier staan; plaats die zo opnieuw.`,
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" look="first" small aria-disabled={isBusy}>
          {latest ? <Trans>Bewaar</Trans> : <Trans>Plaats</Trans>}
        </Button>
        <Button look="quiet" small onClick={close}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
