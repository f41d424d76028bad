import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { Autosave } from "./autosave.ts";
import type { Settled, Words } from "./draft.ts";
import styles from "./WritingFrame.module.css";

interface Props<W extends Words> {
  readonly settled: Settled<W>;
  readonly autosave: Autosave<W>;
}

/** After two texts became one, by a choice or by themselves: both are still here. */
export function ChosenNotice<W extends Words>({ settled, autosave }: Props<W>) {
  const { personId } = useDossierPlace();
  const { changedBy } = settled.theirs;
  return (
    <div className={styles.chosen}>
      <p>
        {!settled.isMerged ? (
          <Trans>Je hebt gekozen. De andere tekst is er nog.</Trans>
        ) : changedBy === null ? (
          <Trans>Samengevoegd met wat een collega schreef.</Trans>
        ) : changedBy.personId === personId ? (
          <Trans>Samengevoegd met wat je in een ander tabblad schreef.</Trans>
        ) : (
          <Trans>Samengevoegd met wat {changedBy.name} schreef.</Trans>
        )}
      </p>
      <Button look="quiet" small onClick={() => autosave.reconsider()}>
        {settled.isMerged ? (
          <Trans>Maak ongedaan</Trans>
        ) : (
          <Trans>Terug naar de twee teksten</Trans>
        )}
      </Button>
      <Button look="quiet" small onClick={() => autosave.dismiss()}>
        <Trans>Sluit</Trans>
      </Button>
    </div>
  );
}
