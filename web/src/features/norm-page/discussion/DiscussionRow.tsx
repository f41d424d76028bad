import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { writeDay } from "../../../i18n/dates.ts";
import { Button } from "../../../ui/Button.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../../ui/VisuallyHidden.tsx";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import { Fact } from "../../writing/Clash.tsx";
import type { Latest } from "../../writing/draft.ts";
import { isDirty } from "../../writing/draft.ts";
import { rules } from "../../writing/merge-words.ts";
import { SaveStatus } from "../../writing/SaveStatus.tsx";
import type { WordsOf } from "../../writing/text-place.ts";
import { useText } from "../../writing/use-text.ts";
import { WritingFrame } from "../../writing/WritingFrame.tsx";
import styles from "./Discussion.module.css";
import { DiscussionForm } from "./DiscussionForm.tsx";
import { useRemoveDiscussion } from "./use-remove-discussion.ts";

type Words = WordsOf["discussion"];

interface Props {
  readonly norm: string;
  readonly id: string;
  readonly latest: Latest<Words>;
  readonly canWrite: boolean;
  /** Taken away on this page, and to be put back. */
  readonly isRemoved: boolean;
  readonly onRemoved: (isRemoved: boolean) => void;
}

/** One conversation: to read, to change, and to take away with a way back. */
export function DiscussionRow({ norm, id, latest, canWrite, isRemoved, onRemoved }: Props) {
  const { t, i18n } = useLingui();
  const { cycleId } = useDossierPlace();
  const place = { kind: "discussion", cycleId, norm, id } as const;
  const [draft, autosave] = useText(place, latest);
  const { setRemoved, isBusy, failure } = useRemoveDiscussion(id);
  const [isChanging, setChanging] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const { withWhom } = draft.words;

  useEffect(() => {
    if (isRemoved) back.current?.focus();
  }, [isRemoved]);

  const remove = async () => {
    if (!(await setRemoved(true))) return;
    onRemoved(true);
    announce(t`${withWhom} is weggehaald.`);
  };
  const restore = async () => {
    if (!(await setRemoved(false))) return;
    onRemoved(false);
    autosave.retry();
    announce(t`${withWhom} staat er weer.`);
  };
  const close = () => {
    setChanging(false);
    // The form that had the focus is gone.
    setTimeout(() => change.current?.focus());
  };

  if (isRemoved) {
    return (
      <p className={styles.removed}>
        <Trans>{withWhom} is weggehaald.</Trans>{" "}
        <Button ref={back} look="quiet" small disabled={isBusy} onClick={() => void restore()}>
          <Trans>Zet terug</Trans>
        </Button>
        {failure !== null && <FailureAlert failure={failure} />}
      </p>
    );
  }
  const sides = {
    rule: rules.discussion,
    facts: (words: Words, other: Words) => (
      <>
        <Fact differs={words.withWhom !== other.withWhom}>{words.withWhom}</Fact>
        <Fact differs={words.withKind !== other.withKind}>
          <KindName kind={words.withKind} />
        </Fact>
        <Fact differs={words.heldOn !== other.heldOn}>
          {words.heldOn === null ? t`Geen datum` : writeDay(words.heldOn, i18n.locale)}
        </Fact>
      </>
    ),
  };
  return (
    <WritingFrame about={withWhom} draft={draft} autosave={autosave} sides={sides}>
      {isChanging ? (
        <DiscussionForm
          label={t`Wijzig ${withWhom}`}
          words={draft.words}
          onSave={(words) => {
            autosave.write(words);
            autosave.flush();
            close();
          }}
          onCancel={close}
        />
      ) : (
        <div className={styles.row}>
          <div className={styles.text}>
            <p className={styles.whom}>{withWhom}</p>
            <p className={styles.facts}>
              <KindName kind={draft.words.withKind} />
              {draft.words.heldOn !== null && ` · ${writeDay(draft.words.heldOn, i18n.locale)}`}
            </p>
            {isDirty(draft) && <SaveStatus draft={draft} />}
          </div>
          {canWrite && (
            <div className={styles.actions}>
              <Button ref={change} look="quiet" small onClick={() => setChanging(true)}>
                <Trans>
                  Wijzig<VisuallyHidden> {withWhom}</VisuallyHidden>
                </Trans>
              </Button>
              <Button look="quiet" small disabled={isBusy} onClick={() => void remove()}>
                <Trans>
                  Haal weg<VisuallyHidden> {withWhom}</VisuallyHidden>
                </Trans>
              </Button>
            </div>
          )}
        </div>
      )}
      {draft.trouble === "gone" && (
        <p className={styles.removed}>
          <Button small disabled={isBusy} onClick={() => void restore()}>
            <Trans>Zet terug met wat ik schreef</Trans>
          </Button>
        </p>
      )}
      {failure !== null && <FailureAlert failure={failure} />}
    </WritingFrame>
  );
}

function KindName({ kind }: { readonly kind: Words["withKind"] }) {
  return kind === "PARTNER" ? <Trans>Partner</Trans> : <Trans>Functiegroep in huis</Trans>;
}
