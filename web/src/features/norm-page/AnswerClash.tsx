import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useId, useMemo } from "react";
import { isToday, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { wordsOf } from "./answer-draft.ts";
import type { Clash, Words } from "./answer-draft.ts";
import styles from "./AnswerClash.module.css";
import type { Autosave } from "./autosave.ts";
import { combine, differences } from "./compare.ts";
import type { Piece } from "./compare.ts";

interface Props {
  readonly clash: Clash;
  readonly mine: Words;
  readonly autosave: Autosave;
  /** Says what happened, after a choice. */
  readonly onChosen: (message: string) => void;
}

/** Two texts side by side, the words that differ marked. Nothing is overwritten until a person chooses. */
export function AnswerClash({ clash: { theirs, base }, mine, autosave, onChosen }: Props) {
  const { t, i18n } = useLingui();
  const title = useId();
  const shown = useDeferredValue(mine.explanation);
  const sides = useMemo(() => differences(theirs.explanation, shown), [theirs.explanation, shown]);
  const name = theirs.changedBy?.name ?? t`een collega`;
  const when = theirs.changedAt === null ? "" : whenOf(theirs.changedAt, i18n.locale);

  const take = (words: Words, message: string) => {
    autosave.choose(words);
    onChosen(message);
  };
  const combined = () => ({
    verdict: mine.verdict,
    explanation: combine(base.explanation, theirs.explanation, mine.explanation),
  });

  return (
    <section className={styles.clash} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        <Trans>{name} schreef hier ook</Trans>
      </h3>
      <p className={styles.lead}>
        <Trans>
          Er is niets overschreven. Kies welke tekst blijft staan; daarna kun je nog terug.
        </Trans>
      </p>
      <div className={styles.sides}>
        <div className={styles.side}>
          <h4>
            <Trans>
              Van {name} <span className={styles.when}>{when}</span>
            </Trans>
          </h4>
          <Verdict words={theirs} differs={theirs.verdict !== mine.verdict} />
          <Text pieces={sides.one} />
          <Button onClick={() => take(wordsOf(theirs), t`De tekst van ${name} staat er nu.`)}>
            <Trans>Neem deze tekst</Trans>
          </Button>
        </div>
        <div className={styles.side}>
          <h4>
            <Trans>Van jou</Trans>
          </h4>
          <Verdict words={mine} differs={theirs.verdict !== mine.verdict} />
          <Text pieces={sides.other} />
          <Button onClick={() => take(mine, t`Jouw tekst blijft staan.`)}>
            <Trans>Houd mijn tekst</Trans>
          </Button>
        </div>
      </div>
      <div className={styles.combine}>
        <Button
          look="first"
          onClick={() =>
            take(combined(), t`De twee teksten staan nu samen. Je kunt verder schrijven.`)
          }
        >
          <Trans>Voeg samen en schrijf verder</Trans>
        </Button>
      </div>
    </section>
  );
}

function Verdict({
  words: { verdict },
  differs,
}: {
  readonly words: Words;
  readonly differs: boolean;
}) {
  const answer =
    verdict === null ? (
      <Trans>Nog geen ja of nee</Trans>
    ) : verdict === "JA" ? (
      <Trans>Ja</Trans>
    ) : (
      <Trans>Nee</Trans>
    );
  return (
    <p className={styles.verdict}>
      {differs ? <mark className={styles.mark}>{answer}</mark> : answer}
    </p>
  );
}

function Text({ pieces }: { readonly pieces: readonly Piece[] }) {
  if (pieces.every(({ text }) => text === "")) {
    return (
      <p className={styles.none}>
        <Trans>Geen toelichting</Trans>
      </p>
    );
  }
  return (
    <p className={styles.text}>
      {pieces.map(({ text, only }, index) =>
        only ? (
          <mark key={index} className={styles.mark}>
            <VisuallyHidden>
              <Trans>alleen hier:</Trans>{" "}
            </VisuallyHidden>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}

function whenOf(moment: string, language: string): string {
  const now = new Date();
  return isToday(moment, now) ? writeTime(moment, language) : writeDaysAgo(moment, now, language);
}
