import type { MergedPiece } from "@toetssteen/text/merge";
import type { Words } from "./draft.ts";
import type { MergedWords, MergeRule } from "./merge-words.ts";

export type Decision = "theirs" | "mine" | "both";

/** What is asked of somebody: what is chosen and not written, one piece of the text, or, where nothing collides, all. */
export type Question =
  | { readonly kind: "facts" }
  | {
      readonly kind: "piece" | "whole";
      readonly base: string;
      readonly theirs: string;
      readonly mine: string;
    };

interface ThreeWords<W extends Words> {
  readonly base: W;
  readonly theirs: W;
  readonly mine: W;
}

export function questionsOf<W extends Words>(
  { text }: MergeRule<W>,
  { base, theirs, mine }: ThreeWords<W>,
  { isFactsCollision, pieces }: MergedWords<W>,
): readonly Question[] {
  const of = (words: W) => (text === null ? "" : (words[text] ?? ""));
  const collisions = pieces.flatMap((piece): Question[] =>
    piece.kind === "collision" ? [{ ...piece, kind: "piece" }] : [],
  );
  const questions = [...(isFactsCollision ? [{ kind: "facts" } as const] : []), ...collisions];
  return questions.length > 0
    ? questions
    : [{ kind: "whole", base: of(base), theirs: of(theirs), mine: of(mine) }];
}

/** The words that follow from what was decided on each question. */
export function decided<W extends Words>(
  { text, facts }: MergeRule<W>,
  theirs: W,
  { words, pieces }: MergedWords<W>,
  questions: readonly Question[],
  decisions: readonly Decision[],
): W {
  const fields = (of: readonly string[]) =>
    Object.fromEntries(of.map((field) => [field, theirs[field]]));
  const [whole] = questions;
  if (whole?.kind === "whole") {
    if (decisions[0] === "theirs") return theirs;
    return decisions[0] === "both" || text === null ? words : { ...words, [text]: whole.mine };
  }
  const isTheirs = questions[0]?.kind === "facts" && decisions[0] === "theirs";
  const left = [...(questions[0]?.kind === "facts" ? decisions.slice(1) : decisions)];
  const body = pieces
    .map((piece) => (piece.kind === "text" ? piece.text : chosen(piece, left.shift() ?? "mine")))
    .join("");
  return {
    ...words,
    ...(isTheirs ? fields(facts.flat()) : {}),
    ...(text === null ? {} : { [text]: body }),
  };
}

function chosen(piece: Extract<MergedPiece, { kind: "collision" }>, decision: Decision): string {
  const { theirs, mine } = piece;
  if (decision !== "both") return piece[decision];
  return /\s$/.test(theirs) || theirs === "" ? theirs + mine : `${theirs} ${mine}`;
}
