import { expect, test } from "vitest";
import fc from "fast-check";
import { carried, insertMention, located, matching, mentionAt, piecesOf } from "./mention.ts";

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

const vos = { personId: "4", name: "Anna Vos" };
const boer = { personId: "5", name: "Anna Vos-de Boer" };
const namesake = { personId: "6", name: "Anna Vos" };

test("who was chosen and taken out again is not mentioned, also where a longer name begins alike", () => {
  const chosen = [{ ...vos, at: 0 }];
  const erased = carried("@Anna Vos ", "@Anna Vo ", 8, chosen);
  expect(erased).toEqual([]);
  expect(carried("@Anna Vos ", "@Anna Vos-de Boer ", 17, chosen)).toEqual([]);
  expect(carried("@Anna Vos ", "@Anna Vos, ", 10, chosen)).toEqual(chosen);
});

test("of two people with one name the one who stays is who was chosen there", () => {
  const chosen = [
    { ...vos, at: 0 },
    { ...namesake, at: 10 },
  ];
  expect(carried("@Anna Vos @Anna Vos", "@Anna Vos", 0, chosen)).toEqual([{ ...namesake, at: 0 }]);
  expect(carried("@Anna Vos @Anna Vos", "@Anna Vos ", 10, chosen)).toEqual([{ ...vos, at: 0 }]);
});

test("people stand where they stood beside the words around them, whatever is typed elsewhere", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, between, typed) => {
      const text = `${before} @Anna Vos ${between} @Anna Vos-de Boer.`;
      const [one, other] = [before.length + 1, before.length + between.length + 12];
      const mentions = [
        { ...vos, at: one },
        { ...boer, at: other },
      ];
      const place = one + 10;
      const after = text.slice(0, place) + typed + text.slice(place);
      const caret = place + typed.length;
      expect(carried(text, after, caret, mentions)).toEqual([
        { ...vos, at: one },
        { ...boer, at: other + typed.length },
      ]);
    }),
  );
});

test("in a comment that stands everybody is found, and namesakes in turn", () => {
  expect(located("@Anna Vos en @Anna Vos-de Boer, @Anna Vos", [vos, boer, namesake])).toEqual([
    { ...vos, at: 0 },
    { ...boer, at: 13 },
    { ...namesake, at: 32 },
  ]);
});

test("the longer of two names that begin alike is the one that is meant", () => {
  expect(piecesOf("Voor @Anne Meijer.", [anne, annemiek])).toEqual([
    { text: "Voor ", isMention: false },
    { text: "@Anne Meijer", isMention: true },
    { text: ".", isMention: false },
  ]);
});
