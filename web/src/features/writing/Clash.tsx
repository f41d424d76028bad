import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useId, useMemo } from "react";
import type { ReactNode } from "react";
import { isToday, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./Clash.module.css";
import type { Autosave } from "./autosave.ts";
import { combine, differences } from "./compare.ts";
import type { Piece } from "./compare.ts";
import type { Clash as TwoTexts, Words } from "./draft.ts";

/** How the words of one kind of place are shown beside each other. */
export interface Sides<W extends Words> {
  /** The field that is running text: compared by word, and combined. */
  readonly text?: keyof W & string;
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

/** Two versions side by side, what differs marked. Nothing is overwritten until a person chooses. */
export function Clash<W extends Words>({ clash, mine, autosave, sides, onChosen }: Props<W>) {
  const { t, i18n } = useLingui();
  const title = useId();
  const { theirs, base } = clash;
  const { text, facts } = sides;
  const written = (words: W) => (text === undefined ? "" : (words[text] ?? ""));
  const shown = useDeferredValue(written(mine));
  const standing = written(theirs.words);
  const compared = useMemo(() => differences(standing, shown), [standing, shown]);
  const name = theirs.changedBy?.name ?? t`Een collega`;
  const when = theirs.changedAt === null ? "" : whenOf(theirs.changedAt, i18n.locale);

  const take = (words: W, message: string) => {
    autosave.choose(words);
    onChosen(message);
  };
  const combined = (field: keyof W & string): W => ({
    ...mine,
    [field]: combine(written(base), standing, written(mine)),
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
          {facts?.(theirs.words, mine)}
          {text !== undefined && <Text pieces={compared.one} />}
          <Button onClick={() => take(theirs.words, t`De tekst van ${name} staat er nu.`)}>
            <Trans>Neem deze tekst</Trans>
          </Button>
        </div>
        <div className={styles.side}>
          <h4>
            <Trans>Van jou</Trans>
          </h4>
          {facts?.(mine, theirs.words)}
          {text !== undefined && <Text pieces={compared.other} />}
          <Button onClick={() => take(mine, t`Jouw tekst blijft staan.`)}>
            <Trans>Houd mijn tekst</Trans>
          </Button>
        </div>
      </div>
      {text !== undefined && (
        <div className={styles.combine}>
          <Button
            look="first"
            onClick={() =>
              take(combined(text), t`De twee teksten staan nu samen. Je kunt verder schrijven.`)
            }
          >
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

function Text({ pieces }: { readonly pieces: readonly Piece[] }) {
  if (pieces.every(({ text }) => text === "")) {
    return (
      <p className={styles.none}>
        <Trans>Geen tekst</Trans>
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
