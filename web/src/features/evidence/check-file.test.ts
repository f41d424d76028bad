import { expect, test } from "vitest";
import { titleOf } from "./check-file.ts";

test("a document is named after the first of its files that can be sent", () => {
  const empty = { name: "leeg.pdf", size: 0 };
  const program = { name: "macro.exe", size: 12 };
  const plan = { name: "beleid_2026 definitief.pdf", size: 12 };
  expect(titleOf([empty, program, plan])).toBe("beleid 2026 definitief");
  expect(titleOf([plan, empty])).toBe("beleid 2026 definitief");
  expect(titleOf([empty, program])).toBe("");
  expect(titleOf([])).toBe("");
});

test("a long name is cut between what is read as one, and never within it", () => {
  for (const [sign, length] of [
    ["👨‍👩‍👧‍👦", 11],
    ["é".normalize("NFD"), 2],
    ["👍🏽", 4],
  ] as const)
    for (let before = 200 - length + 1; before < 200; before += 1) {
      const title = titleOf([{ name: `${"a".repeat(before)}${sign}b.pdf`, size: 1 }]);
      expect(title).toBe("a".repeat(before));
    }
  expect(titleOf([{ name: `${"a".repeat(199)}é.pdf`, size: 1 }])).toBe(`${"a".repeat(199)}é`);
});
