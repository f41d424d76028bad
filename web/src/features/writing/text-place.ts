import type {
  AnswerFragment,
  DiscussionFactsFragment,
  DiscussionKind,
  NeeLabel,
  PassageField,
  PassageTextFragment,
  PlanOwnerFragment,
  Verdict,
} from "../../gql/graphql.ts";
import type { Latest } from "./draft.ts";

/** What is written in each kind of place. */
export interface WordsOf {
  readonly answer: {
    readonly verdict: Verdict | null;
    readonly neeLabel: NeeLabel | null;
    readonly explanation: string;
  };
  readonly passage: { readonly body: string };
  readonly plan: { readonly ownerId: string | null; readonly dueOn: string | null };
  readonly discussion: {
    readonly withKind: DiscussionKind;
    readonly withWhom: string;
    readonly heldOn: string | null;
  };
}
export type TextKind = keyof WordsOf;

/** Where in a self-evaluation something is written. */
export type TextPlace<K extends TextKind = TextKind> = Extract<
  | { readonly kind: "answer"; readonly cycleId: string; readonly indicator: string }
  | {
      readonly kind: "passage";
      readonly cycleId: string;
      /** Null for the boxes about the cycle as a whole. */
      readonly part: string | null;
      readonly field: PassageField;
    }
  | { readonly kind: "plan"; readonly cycleId: string; readonly part: string }
  | {
      readonly kind: "discussion";
      readonly cycleId: string;
      readonly norm: string;
      /** Made where the row is first written. */
      readonly id: string;
    },
  { readonly kind: K }
>;

/** One text for a place, the same wherever and whenever it is asked. */
export function addressOf(place: TextPlace): string {
  switch (place.kind) {
    case "answer":
      return `answer:${place.cycleId}:${place.indicator}`;
    case "passage":
      return `passage:${place.cycleId}:${place.part ?? ""}:${place.field}`;
    case "plan":
      return `plan:${place.cycleId}:${place.part}`;
    case "discussion":
      return `discussion:${place.cycleId}:${place.norm}:${place.id}`;
  }
}

/** The part whose work a text belongs to; null for texts of the cycle as a whole. */
export function partOf(place: TextPlace): string | null {
  switch (place.kind) {
    case "answer":
      return place.indicator;
    case "discussion":
      return place.norm;
    case "passage":
    case "plan":
      return place.part;
  }
}

export function answerLatest(answer: AnswerFragment): Latest<WordsOf["answer"]> {
  const { verdict, neeLabel, explanation, version, changedAt, changedBy } = answer;
  return { words: { verdict, neeLabel, explanation }, version, changedAt, changedBy };
}

export function passageLatest(passage: PassageTextFragment): Latest<WordsOf["passage"]> {
  const { body, version, changedAt, changedBy } = passage;
  return { words: { body }, version, changedAt, changedBy };
}

export function planLatest(plan: PlanOwnerFragment): Latest<WordsOf["plan"]> {
  const { owner, dueOn, version } = plan;
  const words = { ownerId: owner?.personId ?? null, dueOn };
  return { words, version, changedAt: null, changedBy: null };
}

export function discussionLatest(
  discussion: DiscussionFactsFragment,
): Latest<WordsOf["discussion"]> {
  const { withKind, withWhom, heldOn, version } = discussion;
  return { words: { withKind, withWhom, heldOn }, version, changedAt: null, changedBy: null };
}
