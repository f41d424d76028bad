import { expect, test } from "vitest";
import { insertMention, matching, mentionAt, mentionedIn, piecesOf } from "./mention.ts";

const anne = { personId: "1", name: "Anne Mei" };
const andre = { personId: "2", name: "André Bos" };
const annemiek = { personId: "3", name: "Anne Meijer" };

test("a name is typed after an @ that begins a word, also with a space in it", () => {
  expect(mentionAt("Kijk @an", 8)).toEqual({ from: 5, query: "an" });
  expect(mentionAt("@Anne Me", 8)).toEqual({ from: 0, query: "Anne Me" });
  expect(mentionAt("@", 1)).toEqual({ from: 0, query: "" });
  expect(mentionAt("naam@biblio", 11)).toBeNull();
  expect(mentionAt("Kijk @an eens even", 18)).toBeNull();
});

test("people are found by the beginning of each of their names, without accents", () => {
  expect(matching([anne, andre], "andre")).toEqual([andre]);
  expect(matching([anne, andre], "B")).toEqual([andre]);
  expect(matching([anne, andre], "nne")).toEqual([]);
});

test("a chosen name takes the place of what was typed", () => {
  expect(insertMention("Kijk @an eens", 5, 8, "Anne Mei")).toEqual({
    text: "Kijk @Anne Mei eens",
    caret: 15,
  });
});

test("who was chosen and taken out again is not mentioned", () => {
  expect(mentionedIn("Kijk @André Bos", [anne, andre])).toEqual([andre]);
});

test("the longer of two names that begin alike is the one that is meant", () => {
  expect(piecesOf("Voor @Anne Meijer.", [anne, annemiek])).toEqual([
    { text: "Voor ", isMention: false },
    { text: "@Anne Meijer", isMention: true },
    { text: ".", isMention: false },
  ]);
});
