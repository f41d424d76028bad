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
