import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useId, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { isToday, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import styles from "./Clash.module.css";
import type { Autosave } from "./autosave.ts";
import { ClashSides } from "./ClashSides.tsx";
import { decided, questionsOf } from "./clash-questions.ts";
import type { Decision } from "./clash-questions.ts";
import type { Clash as TwoTexts, Words } from "./draft.ts";
import { mergeWords } from "./merge-words.ts";
import type { MergeRule } from "./merge-words.ts";

/** How the words of one kind of place are merged, and shown beside each other. */
export interface Sides<W extends Words> {
  readonly rule: MergeRule<W>;
  /** What a side shows besides its text; what the other side has otherwise can be marked. */
  readonly facts?: (words: W, other: W) => ReactNode;
}

interface Props<W extends Words> {
  readonly clash: TwoTexts<W>;
  readonly mine: W;
  readonly autosave: Autosave<W>;
  readonly sides: Sides<W>;
  /** Says what happened, after a choice. */
  readonly onChosen: (message: string) => void;
}

/**
 * What two people wrote in one place, one question after the other; the rest is merged already. Where nothing collides
 * somebody asked to see both, and chooses between them as they are. Nothing is overwritten until a person chooses.
 */
export function Clash<W extends Words>({ clash, mine, autosave, sides, onChosen }: Props<W>) {
  const { t, i18n } = useLingui();
  const title = useId();
  const { personId } = useDossierPlace();
  const { theirs, base } = clash;
  const shown = useDeferredValue(mine);
  const merged = useMemo(
    () => mergeWords(sides.rule, base, theirs.words, shown),
    [sides.rule, base, theirs.words, shown],
  );
  const questions = questionsOf(sides.rule, { base, theirs: theirs.words, mine: shown }, merged);
  const asked = JSON.stringify(questions);
  const [so, setSo] = useState<{ readonly asked: string; readonly far: readonly Decision[] }>();
  const far = so?.asked === asked ? so.far : [];
  const [question] = questions.slice(far.length);
  if (!question) return null;
  const isOwn = theirs.changedBy?.personId === personId;
  const name = theirs.changedBy?.name ?? t`Een collega`;
  const when = theirs.changedAt === null ? "" : whenOf(theirs.changedAt, i18n.locale);
  const take = (decision: Decision) => {
    const next = [...far, decision];
    if (next.length < questions.length) setSo({ asked, far: next });
    else {
      autosave.choose(decided(sides.rule, theirs.words, merged, questions, next));
      onChosen(said[decision]);
    }
  };
  const said = {
    theirs: isOwn
      ? t`De tekst van het andere tabblad staat er nu.`
      : t`De tekst van ${name} staat er nu.`,
    mine: t`Jouw tekst blijft staan.`,
    both: t`De twee teksten staan nu samen. Je kunt verder schrijven.`,
  };
  const [at, of] = [far.length + 1, questions.length];

  return (
    <section className={styles.clash} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {isOwn ? (
          <Trans>Jij schreef hier ook, in een ander tabblad</Trans>
        ) : (
          <Trans>{name} schreef hier ook</Trans>
        )}
      </h3>
      <p className={styles.lead}>
        {question.kind === "piece" ? (
          <Trans>
            Er is niets overschreven. De rest is samengevoegd; kies wat er op deze plek blijft
            staan. Daarna kun je nog terug.
          </Trans>
        ) : (
          <Trans>
            Er is niets overschreven. Kies wat er blijft staan; daarna kun je nog terug.
          </Trans>
        )}
        {of > 1 && (
          <>
            {" "}
            <Trans>
              Keuze {at} van {of}.
            </Trans>
          </>
        )}
      </p>
      <ClashSides
        question={question}
        theirs={isOwn ? <Trans>In het andere tabblad</Trans> : <Trans>Van {name}</Trans>}
        when={when}
        facts={
          question.kind !== "piece" && sides.facts
            ? { theirs: sides.facts(theirs.words, shown), mine: sides.facts(shown, theirs.words) }
            : null
        }
        onTake={take}
      />
      {question.kind === "piece" && (
        <div className={styles.combine}>
          <Button onClick={() => take("both")}>
            <Trans>Houd allebei</Trans>
          </Button>
        </div>
      )}
      {question.kind === "whole" && (
        <div className={styles.combine}>
          <Button look="first" onClick={() => take("both")}>
            <Trans>Voeg samen en schrijf verder</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

/** A fact of one side, marked where the other side has another. */
export function Fact({
  differs,
  children,
}: {
  readonly differs: boolean;
  readonly children: ReactNode;
}) {
  return (
    <p className={styles.fact}>
      {differs ? <mark className={styles.mark}>{children}</mark> : children}
    </p>
  );
}

function whenOf(moment: string, language: string): string {
  const now = new Date();
  return isToday(moment, now) ? writeTime(moment, language) : writeDaysAgo(moment, now, language);
}
