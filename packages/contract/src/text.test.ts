import { describe, expect, test } from "vitest";
import { inviteMemberInput } from "./membership.ts";
import { writeDiscussionInput, writePassageInput } from "./passage.ts";
import { writeEvidenceInput, writeEvidenceUseInput } from "./evidence.ts";
import { faultOf, longestText } from "./text.ts";
import { addCommentInput } from "./work.ts";

test("a text that is too long is so by a number of characters", () => {
  expect(faultOf("a".repeat(longestText))).toBeNull();
  expect(faultOf("a".repeat(longestText + 312))).toEqual({ kind: "long", over: 312 });
});

test.each([
  ["a control character", "samen\u0002werking", 6, "0002"],
  ["the end of what C calls a text", "\u0000", 1, "0000"],
  ["half a character", "👍\uD83D", 2, "D83D"],
  ["a noncharacter", "Wij 👨‍👩‍👧 1️⃣ é\n\tdoen\uFFFE", 16, "FFFE"],
  ["a noncharacter beyond the first plane", "a\u{1FFFF}", 2, "1FFFF"],
])("%s can't be kept, and is named by its place, as a reader counts", (_, text, place, code) => {
  expect(faultOf(text)).toEqual({ kind: "character", place, code });
});

test.each([
  "\t\n\v\f\r\u0085\u2028\u2029",
  "\u200B\u200C\u200D\u2060\u00AD\uFEFF\u202E\u2066",
  "1️⃣ é i\u20E0 👨‍👩‍👧",
  "\uE000\uF0B7\u{F0000}",
  "\u0378\u{2A6D6}",
])("whatever else there is, is taken: %j", (text) => {
  expect(faultOf(text)).toBeNull();
  expect(writePassageInput.shape.body.parse(text)).toBe(text);
});

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
    expect(schema.parse(` \u202E${first}\u2066${last}\u2069\u200F\u061C `)).toBe(`${first}${last}`);
  });

  test("may be in a script that is read from right to left", () => {
    expect(schema.parse(arabic)).toBe(arabic);
  });

  test.each(["\t", "\n", "\r\n", "\v", "\u0085", "\u2028"])("is one line: not with %j", (end) => {
    expect(schema.parse(`\n${last}\t`)).toBe(last);
    const said = schema.safeParse(`${last}${end}${first}`).error?.issues.map((one) => one.message);
    expect(said).toContain(
      `Teken ${last.length + 1} is een tab of een nieuwe regel; dit is één regel.`,
    );
  });

  test.each(["\u202E\u2066", "\u200B", "\u3164", "\u00AD\u2060 \uFE0F"])(
    "is not only what nobody sees: %j",
    (text) => {
      const said = schema.safeParse(text).error?.issues[0]?.message;
      expect(said).toMatch(/^(?:Geef het bewijsstuk een naam|Vul een naam in|Vul in met wie)\.$/);
    },
  );

  test("holds no control character, which is named by its place", () => {
    const said = schema.safeParse(`${last}\u0002${first}`).error?.issues.map((one) => one.message);
    expect(said).toContain(`Teken ${last.length + 1} kunnen we niet bewaren (U+0002).`);
  });

  test("that is too long says by how much", () => {
    const said = schema.safeParse("a".repeat(203)).error?.issues[0]?.message;
    expect(said).toMatch(/^Deze tekst is (?:3|123) tekens te lang\.$/);
  });
});

test("a comment that nobody sees isn't said, and a page that is meant may be empty", () => {
  const said = addCommentInput.shape.body;
  expect(said.safeParse(" \u200B\n").error?.issues[0]?.message).toBe("Schrijf eerst iets.");
  expect(said.parse(" \u200Bja\n")).toBe("\u200Bja");
  expect(writeEvidenceUseInput.shape.page.parse(" ")).toBe("");
});
