import { describe, expect, test } from "vitest";
import { continueList, edited, makeLink, toggleList, toggleMark } from "./text-edit.ts";
import type { Edit, Selected } from "./text-edit.ts";

/** A text with the selection between bars; one bar is a caret. */
function selected(marked: string): Selected {
  const from = marked.indexOf("|");
  const last = marked.lastIndexOf("|");
  const text = marked.replaceAll("|", "");
  return { text, from, to: last === from ? from : last - 1 };
}

function after(before: string, change: (selection: Selected) => Edit | null): string {
  const selection = selected(before);
  const edit = change(selection);
  if (edit === null) return "as it was";
  const text = edited(selection, edit);
  const [from, to] = edit.select;
  const end = from === to ? "" : `|${text.slice(from, to)}`;
  return `${text.slice(0, from)}${end}|${text.slice(to)}`;
}

describe("strong and emphasis", () => {
  const strong = (selection: Selected) => toggleMark(selection, "strong");
  test.each([
    ["Het |moet| nu", "Het **|moet|** nu"],
    ["Het| moet |nu", "Het **|moet|** nu"],
    ["Het **|moet|** nu", "Het |moet| nu"],
    ["Het |**moet**| nu", "Het |moet| nu"],
    ["Het |", "Het **|**"],
    ["Het **|**", "Het |"],
    ["|een\n\ntwee|", "**|een**\n\n**twee|**"],
  ])("make %j into %j", (before, wanted) => {
    expect(after(before, strong)).toBe(wanted);
  });

  test("emphasis goes in strong words, and out again", () => {
    const emphasis = (selection: Selected) => toggleMark(selection, "emphasis");
    expect(after("**|moet|**", emphasis)).toBe("**_|moet|_**");
    expect(after("**_|moet|_**", emphasis)).toBe("**|moet|**");
  });
});

describe("a list", () => {
  test.each([
    ["taal|", false, "- taal|"],
    ["- taal|", false, "taal|"],
    ["|taal\ncultuur|", false, "|- taal\n- cultuur|"],
    ["|taal\n\ncultuur|", true, "|1. taal\n\n2. cultuur|"],
    ["|- taal\n- cultuur|", true, "|1. taal\n2. cultuur|"],
    ["ta|al\nVerder", false, "- taal|\n\nVerder"],
    ["ta|al\n- cultuur", false, "- taal|\n- cultuur"],
    ["|", false, "- |"],
  ])("is made of %j (with numbers: %s)", (before, isOrdered, wanted) => {
    expect(after(before, (selection) => toggleList(selection, isOrdered))).toBe(wanted);
  });

  test.each([
    ["- taal|", "- taal\n- |"],
    ["  3) taal|", "  3) taal\n  4) |"],
    ["- ta|al", "- ta\n- |al"],
    ["- taal\n- |", "- taal\n|"],
    ["taal|", "as it was"],
    ["|- taal", "as it was"],
  ])("goes on after Enter in %j", (before, wanted) => {
    expect(after(before, continueList)).toBe(wanted);
  });
});

test.each([
  ["Zie |het plan|", "Zie [het plan](|https://|)"],
  ["Zie |", "Zie [|](https://)"],
  ["Zie |https://plan.example|", "Zie [|](https://plan.example)"],
])("a link is made of %j", (before, wanted) => {
  expect(after(before, makeLink)).toBe(wanted);
});
