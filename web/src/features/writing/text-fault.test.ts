import { longestText } from "@toetssteen/contract";
import { expect, test } from "vitest";
import { faultOf } from "./text-fault.ts";

test("a text that is too long is so by a number of characters", () => {
  expect(faultOf("a".repeat(longestText))).toBeNull();
  expect(faultOf("a".repeat(longestText + 312))).toEqual({ kind: "long", over: 312 });
});

test("a character that can't be kept is named by its place, as a reader counts", () => {
  expect(faultOf("Wij 👨‍👩‍👧 1️⃣ é\n\tdoen")).toBeNull();
  expect(faultOf("samen\u0002werking")).toEqual({ kind: "character", place: 6, code: "0002" });
  expect(faultOf("👍\uD83D")).toEqual({ kind: "character", place: 2, code: "D83D" });
});
