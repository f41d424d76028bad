import { merge3, mergedText } from "@toetssteen/text/merge";
import type { MergedPiece } from "@toetssteen/text/merge";
import type { Merge, Words } from "./draft.ts";
import type { TextKind, WordsOf } from "./text-place.ts";

/** What of one kind of place is merged how. */
export interface MergeRule<W extends Words> {
  /** The field that is running text: merged by sentence. */
  readonly text: (keyof W & string) | null;
  /** Fields that are chosen together: of each such group what only one side changed is taken. */
  readonly facts: readonly (readonly (keyof W & string)[])[];
}

/** For each kind of place; a label of a nee means nothing with the verdict of somebody else. */
export const rules: { readonly [K in TextKind]: MergeRule<WordsOf[K]> } = {
  answer: { text: "explanation", facts: [["verdict", "neeLabel"]] },
  passage: { text: "body", facts: [] },
  plan: { text: null, facts: [["ownerId"], ["dueOn"]] },
  discussion: { text: null, facts: [["withKind", "withWhom"], ["heldOn"]] },
};

/** Two sets of words on one base, as far as they can be one. */
export interface MergedWords<W extends Words> {
  /** Mine where something collides. */
  readonly words: W;
  /** Whether both sides changed something that is chosen and not written. */
  readonly isFactsCollision: boolean;
  /** Of the running text. */
  readonly pieces: readonly MergedPiece[];
}

export function mergeWords<W extends Words>(
  rule: MergeRule<W>,
  base: W,
  theirs: W,
  mine: W,
): MergedWords<W> {
  const { text } = rule;
  const of = (words: W) => (text === null ? "" : (words[text] ?? ""));
  const pieces = merge3(of(base), of(theirs), of(mine));
  const body = mergedText(pieces);
  const taken = rule.facts.filter((group) => isSame(group, base, mine));
  const isFactsCollision = rule.facts.some(
    (group) =>
      !isSame(group, base, mine) && !isSame(group, base, theirs) && !isSame(group, theirs, mine),
  );
  const facts = taken.flat().map((field) => [field, theirs[field]]);
  const written = text === null || body === null ? [] : [[text, body]];
  const words: W = { ...mine, ...Object.fromEntries([...facts, ...written]) };
  return { words, isFactsCollision, pieces };
}

/** Merges words of one kind of place, unless something collides. */
export function mergerOf<W extends Words>(rule: MergeRule<W>): Merge<W> {
  return (base, theirs, mine) => {
    const { words, isFactsCollision, pieces } = mergeWords(rule, base, theirs, mine);
    return isFactsCollision || mergedText(pieces) === null ? null : words;
  };
}

function isSame<W extends Words>(fields: readonly (keyof W)[], one: W, other: W): boolean {
  return fields.every((field) => one[field] === other[field]);
}
