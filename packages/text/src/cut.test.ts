import fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesOf, tokensOf } from "./cut.ts";

test("the pieces of a text are the text again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(tokensOf(text).join("")).toBe(text);
    }),
  );
});

test("a sentence begins after the end of another, and on each line", () => {
  const text = "Wij kiezen (bewust). En ‘samen!’ Met www.bieb.example en 1.5 fte.\n- een\n\n- twee";
  const tokens = tokensOf(text);
  const starts = sentencesOf(tokens);
  expect(starts.map((start, index) => tokens.slice(start, starts[index + 1]).join(""))).toEqual([
    "Wij kiezen (bewust). ",
    "En ‘samen!’ ",
    "Met www.bieb.example en 1.5 fte.",
    "\n",
    "- een",
    "\n",
    "\n",
    "- twee",
  ]);
});
