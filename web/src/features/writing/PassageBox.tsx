import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { PassageTextFragmentDoc } from "../../gql/graphql.ts";
import type { PassageTextFragment } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FragmentType } from "../../gql/fragment-masking.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { HistoryLink } from "../history/HistoryLink.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { Sides } from "./Clash.tsx";
import { fieldHash } from "./field-hash.ts";
import { rules } from "./merge-words.ts";
import { PassageReading } from "./PassageReading.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { passageLatest } from "./text-place.ts";
import type { WordsOf } from "./text-place.ts";
import { useFieldText } from "./use-field-text.ts";
import { useText } from "./use-text.ts";
import { WritingArea } from "./WritingArea.tsx";
import { WritingFrame } from "./WritingFrame.tsx";

export type MaskedPassage = FragmentType<typeof PassageTextFragmentDoc>;

interface Props {
  readonly passage: MaskedPassage;
  /** Null for the boxes about the cycle as a whole. */
  readonly part: string | null;
  /** The box belongs to a nee. */
  readonly isOfNee?: boolean;
  /** A line of a ledger. */
  readonly isRow?: boolean;
  /** The page says in a heading what it is and what belongs in it. */
  readonly isTitled?: boolean;
}

/** One box of the self-evaluation: to write in for who may, to read for others. */
export function PassageBox({ passage, ...props }: Props) {
  const { t } = useLingui();
  const text = readFragment(PassageTextFragmentDoc, passage);
  const { name, hint } = useFieldText()(text.field, props.isOfNee);
  const { part } = props;
  const about = part === null ? name : t`${name} (${part})`;
  const history = text.version > 0 && <HistoryLink about={about} part={part} field={text.field} />;
  return text.canWrite ? (
    <PassageEditor {...props} passage={text} texts={{ name, hint, about }} history={history} />
  ) : (
    <PassageReading
      anchor={fieldHash(part, text.field)}
      name={props.isTitled ? null : name}
      body={text.body}
      isRow={props.isRow}
      beside={history}
    />
  );
}

interface EditorProps extends Omit<Props, "passage" | "isOfNee"> {
  readonly passage: PassageTextFragment;
  readonly texts: { readonly name: string; readonly hint: string; readonly about: string };
  readonly history: ReactNode;
}

function PassageEditor({
  passage,
  part,
  texts: { name, hint, about },
  history,
  isRow = false,
  isTitled = false,
}: EditorProps) {
  const { cycleId } = useDossierPlace();
  const { field } = passage;
  const place = { kind: "passage", cycleId, part, field } as const;
  const [draft, autosave] = useText(place, passageLatest(passage));
  return (
    <WritingFrame about={about} draft={draft} autosave={autosave} sides={sides}>
      <WritingArea
        anchor={fieldHash(part, field)}
        label={
          <>
            {name}
            {part !== null && <VisuallyHidden> ({part})</VisuallyHidden>}
          </>
        }
        labelHidden={isTitled}
        isRow={isRow}
        hint={isRow || isTitled ? undefined : hint}
        placeholder={isRow ? hint : undefined}
        beside={
          <>
            <SaveStatus draft={draft} naming />
            {history}
          </>
        }
        value={draft.words.body}
        onChange={(body) => autosave.write({ body })}
        onBlur={() => autosave.flush()}
      />
    </WritingFrame>
  );
}

const sides: Sides<WordsOf["passage"]> = { rule: rules.passage };
