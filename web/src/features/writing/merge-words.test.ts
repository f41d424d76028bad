import { expect, test } from "vitest";
import { decided, questionsOf } from "./clash-questions.ts";
import type { Decision } from "./clash-questions.ts";
import { mergerOf, mergeWords, rules } from "./merge-words.ts";
import type { WordsOf } from "./text-place.ts";

type Answer = WordsOf["answer"];
const answer = (
  explanation: string,
  verdict: Answer["verdict"] = null,
  neeLabel: Answer["neeLabel"] = null,
): Answer => ({
  verdict,
  neeLabel,
  explanation,
});
const merge = mergerOf(rules.answer);

test("a verdict of one and a sentence of the other become one answer", () => {
  expect(merge(answer("Aa."), answer("Aa.", "JA"), answer("Aa. Bb."))).toEqual(
    answer("Aa. Bb.", "JA"),
  );
  expect(merge(answer("Aa."), answer("Aa. Bb."), answer("Aa.", "NEE", "NOT_YET"))).toEqual(
    answer("Aa. Bb.", "NEE", "NOT_YET"),
  );
});

test("a label of a nee is never laid on somebody else's ja", () => {
  const nee = answer("", "NEE");
  expect(merge(nee, answer("", "JA"), answer("", "NEE", "NOT_YET"))).toBeNull();
});

test("who does a plan and by when are two things, and each of them is asked when both chose", () => {
  const plan = mergerOf(rules.plan);
  const words = (ownerId: string | null, dueOn: string | null) => ({ ownerId, dueOn });
  expect(plan(words(null, null), words("noor", null), words(null, "2027-01-01"))).toEqual(
    words("noor", "2027-01-01"),
  );
  expect(plan(words(null, null), words("noor", null), words("sanne", null))).toBeNull();
  expect(plan(words(null, null), words("noor", null), words("noor", null))).toEqual(
    words("noor", null),
  );
});

/** What comes of two answers when these decisions are made. */
function after(base: Answer, theirs: Answer, mine: Answer, decisions: readonly Decision[]) {
  const merged = mergeWords(rules.answer, base, theirs, mine);
  const questions = questionsOf(rules.answer, { base, theirs, mine }, merged);
  return {
    kinds: questions.map(({ kind }) => kind),
    words: decided(rules.answer, theirs, merged, questions, decisions),
  };
}

const base = answer("Eerst. Soms. Midden. Ooit. Slot.");
const theirs = answer("Eerst. Altijd. Midden. Later. Slot. Van hen.", "JA");
const mine = answer("Van mij. Eerst. Nooit. Midden. Eerder. Slot.", "NEE");

test("each thing that collides is asked apart, and the rest stands", () => {
  expect(after(base, theirs, mine, ["theirs", "mine", "theirs"])).toEqual({
    kinds: ["facts", "piece", "piece"],
    words: answer("Van mij. Eerst. Nooit. Midden. Later. Slot. Van hen.", "JA"),
  });
  expect(after(base, theirs, mine, ["mine", "both", "both"]).words).toEqual(
    answer("Van mij. Eerst. Altijd. Nooit. Midden. Later. Eerder. Slot. Van hen.", "NEE"),
  );
});

test("where nothing collides somebody chooses between the two as they are, or both", () => {
  const [theirs, mine] = [answer("Aa. Bb."), answer("Aa. Cc.")];
  expect(after(answer("Aa."), theirs, mine, ["theirs"])).toEqual({
    kinds: ["whole"],
    words: theirs,
  });
  expect(after(answer("Aa."), theirs, mine, ["mine"]).words).toEqual(mine);
  expect(after(answer("Aa."), theirs, mine, ["both"]).words).toEqual(answer("Aa. Bb. Cc."));
});
