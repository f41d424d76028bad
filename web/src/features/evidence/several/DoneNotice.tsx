import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button } from "../../../ui/Button.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./SeveralBar.module.css";
import { SeveralTrouble } from "./SeveralTrouble.tsx";
import { useSeveral } from "./use-several.ts";
import type { Done } from "./use-several.ts";

interface Props {
  readonly organisationId: string;
  readonly done: Done;
  /** After it was taken back. */
  readonly onUndone: () => void;
}

/** What was done to several documents, with the way back. */
export function DoneNotice({ organisationId, done, onUndone }: Props) {
  const { t } = useLingui();
  const { isBusy, trouble, attempt } = useSeveral(organisationId);
  useEffect(() => announce(done.words), [done]);
  const undo = async () => {
    const isUndone = await attempt(done.names, async () => {
      await done.undo();
      return true;
    });
    if (isUndone === null) return;
    announce(t`Ongedaan gemaakt.`);
    onUndone();
  };
  return (
    <Notice kind="step">
      <div className={styles.done}>
        <p>{done.words}</p>
        <Button small aria-disabled={isBusy} onClick={() => void undo()}>
          <Trans>Maak ongedaan</Trans>
        </Button>
      </div>
      <SeveralTrouble trouble={trouble} />
    </Notice>
  );
}
