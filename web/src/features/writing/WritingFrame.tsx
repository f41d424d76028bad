import { useLingui } from "@lingui/react/macro";
import { faultOf } from "@toetssteen/contract";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { announce } from "../../ui/LiveRegion.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { Autosave } from "./autosave.ts";
import { ChosenNotice } from "./ChosenNotice.tsx";
import { Clash } from "./Clash.tsx";
import type { Sides } from "./Clash.tsx";
import { phase } from "./draft.ts";
import type { Draft, Words } from "./draft.ts";
import { TroubleNotice } from "./TroubleNotice.tsx";
import styles from "./WritingFrame.module.css";

interface Props<W extends Words> {
  /** What is written about, as it is said to somebody who can't see the page: `4.1`. */
  readonly about: string;
  readonly draft: Draft<W>;
  readonly autosave: Autosave<W>;
  readonly sides: Sides<W>;
  /** Where it is written. */
  readonly children: ReactNode;
}

/** Around a text that is being written: what went wrong in saving it, and the choice when somebody else was first. */
export function WritingFrame<W extends Words>({
  about,
  draft,
  autosave,
  sides,
  children,
}: Props<W>) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const now = phase(draft);
  const { personId } = useDossierPlace();
  const writer = draft.clash?.theirs.changedBy;
  const other = writer?.personId === personId ? null : writer?.name;
  const isMerged = draft.settled?.isMerged === true;

  useEffect(() => {
    if (now === "clashing") {
      announce(
        other === null
          ? t`Jij schreef ook bij ${about}, in een ander tabblad. Onder je tekst kies je wat er blijft staan.`
          : other === undefined
            ? t`Iemand anders schreef ook bij ${about}. Onder je tekst kies je wat er blijft staan.`
            : t`${other} schreef ook bij ${about}. Onder je tekst kies je wat er blijft staan.`,
      );
    } else if (now === "troubled") announce(t`Je tekst bij ${about} is nog niet bewaard.`);
  }, [now, other, about, t]);
  useEffect(() => {
    if (isMerged)
      announce(t`Je tekst bij ${about} is samengevoegd met wat er intussen geschreven is.`);
  }, [isMerged, about, t]);

  const chosen = (message: string) => {
    announce(message);
    // The panel that had the focus is gone; what it was about is where to go on.
    const fields = ["textarea", "select, input"];
    const [field] = fields.flatMap((kind) => box.current?.querySelector<HTMLElement>(kind) ?? []);
    field?.focus();
  };

  return (
    <div className={styles.frame} ref={box}>
      {children}
      {draft.trouble !== null && (
        <TroubleNotice
          trouble={draft.trouble}
          fault={faultOf(sides.rule.text === null ? "" : (draft.words[sides.rule.text] ?? ""))}
          onRetry={() => autosave.retry()}
        />
      )}
      {draft.clash !== null && (
        <Clash
          clash={draft.clash}
          mine={draft.words}
          autosave={autosave}
          sides={sides}
          onChosen={chosen}
        />
      )}
      {draft.clash === null && draft.settled !== null && (
        <ChosenNotice settled={draft.settled} autosave={autosave} />
      )}
    </div>
  );
}
