import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import styles from "./AnswerEditor.module.css";
import type { Autosave } from "./autosave.ts";

/** After choosing between two texts: the other one is still here. */
export function ChosenNotice({ autosave }: { readonly autosave: Autosave }) {
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
