import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Choice } from "../../ui/Choice.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { AnswerClash } from "./AnswerClash.tsx";
import { phase } from "./answer-draft.ts";
import type { Draft } from "./answer-draft.ts";
import styles from "./AnswerEditor.module.css";
import { AnswerStatus, AnswerTrouble } from "./AnswerStatus.tsx";
import type { Autosave } from "./autosave.ts";
import { ChosenNotice } from "./ChosenNotice.tsx";

interface Props {
  readonly code: string;
  readonly draft: Draft;
  readonly autosave: Autosave;
  readonly placeholder: string | null;
}

/** Ja or nee with an explanation, saved while it is written. */
export function AnswerEditor({ code, draft, autosave, placeholder }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const now = phase(draft);
  const other = draft.clash?.theirs.changedBy?.name;

  useEffect(() => {
    if (now === "clashing") {
      announce(
        other === undefined
          ? t`Iemand anders schreef ook bij ${code}. Onder je tekst kies je wat er blijft staan.`
          : t`${other} schreef ook bij ${code}. Onder je tekst kies je wat er blijft staan.`,
      );
    } else if (now === "troubled") announce(t`Je tekst bij ${code} is nog niet bewaard.`);
  }, [now, other, code, t]);

  const chosen = (message: string) => {
    announce(message);
    // The panel that had the focus is gone; the text it was about is where to go on.
    box.current?.querySelector("textarea")?.focus();
  };

  return (
    <div className={styles.editor} ref={box}>
      <div className={styles.choice}>
        <Choice
          label={t`Antwoord bij ${code}`}
          value={draft.words.verdict}
          options={[
            { value: "JA", label: t`Ja` },
            { value: "NEE", label: t`Nee` },
          ]}
          onChange={(verdict) => {
            autosave.write({ verdict });
            autosave.flush();
          }}
        />
        <AnswerStatus draft={draft} />
      </div>
      <TextArea
        label={now === "clashing" ? t`Jouw tekst` : t`Toelichting bij ${code}`}
        labelHidden={now !== "clashing"}
        value={draft.words.explanation}
        placeholder={placeholder ?? undefined}
        onChange={(explanation) => autosave.write({ explanation })}
        onBlur={() => autosave.flush()}
      />
      {draft.trouble !== null && (
        <AnswerTrouble trouble={draft.trouble} onRetry={() => autosave.retry()} />
      )}
      {draft.clash !== null && (
        <AnswerClash clash={draft.clash} mine={draft.words} autosave={autosave} onChosen={chosen} />
      )}
      {draft.clash === null && draft.settled !== null && <ChosenNotice autosave={autosave} />}
    </div>
  );
}
