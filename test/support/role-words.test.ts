import { readFileSync } from "node:fs";
import { join } from "node:path";
import { roles } from "@toetssteen/contract";
import { roleList } from "@toetssteen/server/mail/role-labels";
import { describe, expect, test } from "vitest";

/** A role has one word, the glossary's, on screen and in mail. */
const read = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8");
const glossary = /^\| Role \|.*$/m.exec(read("docs/glossary.md"))?.[0] ?? "";
const screen = read("web/src/features/identity/role-names.ts");

describe.each(roles)("%s", (role) => {
  const english = role.replace("_", " ");
  const dutch = new RegExp(`\\b${english} \\(([^)]+)\\)`).exec(glossary)?.[1] ?? english;

  test("is called in mail as in the glossary", () => {
    expect(glossary).toContain(english);
    expect([roleList("nl", [role]), roleList("en", [role])]).toEqual([dutch, english]);
  });

  test("is called on screen as in the glossary", () => {
    expect(screen).toContain(`${role.toUpperCase()}: msg\`${dutch}\``);
  });
});
