import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import type { Autosave } from "./autosave.ts";
import type { Words } from "./draft.ts";
import styles from "./WritingFrame.module.css";

/** After choosing between two texts: the other one is still here. */
export function ChosenNotice<W extends Words>({ autosave }: { readonly autosave: Autosave<W> }) {
  return (
    <div className={styles.chosen}>
      <p>
        <Trans>Je hebt gekozen. De andere tekst is er nog.</Trans>
      </p>
      <Button look="quiet" small onClick={() => autosave.reconsider()}>
        <Trans>Terug naar de twee teksten</Trans>
      </Button>
      <Button look="quiet" small onClick={() => autosave.dismiss()}>
        <Trans>Het is goed zo</Trans>
      </Button>
    </div>
  );
}
