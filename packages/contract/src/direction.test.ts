import { describe, expect, test } from "vitest";
import { inviteMemberInput } from "./membership.ts";
import { writeDiscussionInput } from "./passage.ts";
import { writeEvidenceInput } from "./evidence.ts";

// A person's name is letters: what looks like an address or a number could pass for a message in a mail.
const titles = [
  ["of a document", writeEvidenceInput.shape.title, "fdp.", "notulen", "تقرير 2026"],
  ["of a person", inviteMemberInput.shape.name, "Noor ", "Dekker", "نور الدين"],
  [
    "of whom a norm was discussed with",
    writeDiscussionInput.shape.withWhom,
    "fdp.",
    "notulen",
    "تقرير 2026",
  ],
] as const;

describe.each(titles)("the name %s", (_whose, schema, first, last, arabic) => {
  test("is kept without signs that turn its direction", () => {
    expect(schema.parse(` \u202E${first}\u2066${last}\u2069 `)).toBe(`${first}${last}`);
  });

  test("may be in a script that is read from right to left", () => {
    expect(schema.parse(arabic)).toBe(arabic);
  });

  test("is not only such signs", () => {
    expect(schema.safeParse("\u202E\u2066").success).toBe(false);
  });
});
