import { describe, expect, test } from "vitest";
import { inviteMemberInput } from "./membership.ts";
import { writeDiscussionInput } from "./passage.ts";
import { writeEvidenceInput } from "./evidence.ts";

const titles = [
  ["of a document", writeEvidenceInput.shape.title],
  ["of a person", inviteMemberInput.shape.name],
  ["of whom a norm was discussed with", writeDiscussionInput.shape.withWhom],
] as const;

describe.each(titles)("the name %s", (_whose, schema) => {
  test("is kept without signs that turn its direction", () => {
    expect(schema.parse(" \u202Efdp.\u2066notulen\u2069 ")).toBe("fdp.notulen");
  });

  test("may be in a script that is read from right to left", () => {
    expect(schema.parse("تقرير 2026")).toBe("تقرير 2026");
  });

  test("is not only such signs", () => {
    expect(schema.safeParse("\u202E\u2066").success).toBe(false);
  });
});
