import { Trans, useLingui } from "@lingui/react/macro";
import type { NeeLabel } from "../../gql/graphql.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { Autosave } from "../writing/autosave.ts";
import { Fact } from "../writing/Clash.tsx";
import type { Sides } from "../writing/Clash.tsx";
import { phase } from "../writing/draft.ts";
import type { Draft } from "../writing/draft.ts";
import { fieldHash } from "../writing/field-hash.ts";
import { rules } from "../writing/merge-words.ts";
import { SaveStatus } from "../writing/SaveStatus.tsx";
import type { WordsOf } from "../writing/text-place.ts";
import { useNeeLabel } from "../writing/use-nee-label.ts";
import { WritingArea } from "../writing/WritingArea.tsx";
import { WritingFrame } from "../writing/WritingFrame.tsx";
import styles from "./AnswerEditor.module.css";

type Words = WordsOf["answer"];

interface Props {
  readonly code: string;
  readonly draft: Draft<Words>;
  readonly autosave: Autosave<Words>;
  readonly placeholder: string | null;
}

/** Ja or nee with an explanation, saved while it is written. */
export function AnswerEditor({ code, draft, autosave, placeholder }: Props) {
  const { t } = useLingui();
  const isClashing = phase(draft) === "clashing";
  return (
    <div className={styles.editor}>
      <WritingFrame about={code} draft={draft} autosave={autosave} sides={sides}>
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
          <SaveStatus draft={draft} empty={<Trans>Nog geen antwoord</Trans>} />
        </div>
        <WritingArea
          anchor={fieldHash(code, "answer")}
          label={isClashing ? t`Jouw tekst` : t`Toelichting bij ${code}`}
          labelHidden={!isClashing}
          value={draft.words.explanation}
          placeholder={
            draft.words.verdict === "NEE"
              ? t`Waarom is het antwoord nee?`
              : (placeholder ?? undefined)
          }
          onChange={(explanation) => autosave.write({ explanation })}
          onBlur={() => autosave.flush()}
        />
      </WritingFrame>
    </div>
  );
}

const sides: Sides<Words> = {
  rule: rules.answer,
  facts: (words, other) => (
    <>
      <Fact differs={words.verdict !== other.verdict}>
        {words.verdict === null ? (
          <Trans>Nog geen ja of nee</Trans>
        ) : words.verdict === "JA" ? (
          <Trans>Ja</Trans>
        ) : (
          <Trans>Nee</Trans>
        )}
      </Fact>
      {words.verdict === "NEE" && words.neeLabel !== null && (
        <Fact differs={words.neeLabel !== other.neeLabel}>
          <NeeLabelName label={words.neeLabel} />
        </Fact>
      )}
    </>
  ),
};

function NeeLabelName({ label }: { readonly label: NeeLabel }) {
  return useNeeLabel()(label);
}
