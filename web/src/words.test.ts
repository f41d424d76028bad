import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Words that a screen had, and the one that stands for them; see the glossary. */
const banned = {
  nl: [
    /laat maar/i, // Annuleer
    /^nog niet$/i, // Annuleer; as a kind of nee it is the framework's own word
    /laat (het zo|zoals het was)/i,
    /^gezien$|het is goed zo/i, // Sluit
    /\bmee bezig/i, // in bewerking
    /om na te lezen/i, // na te lezen
    /van niemand/i, // niet verdeeld
    /auditoren/i, // auditors
    /locatie/i, // vestiging
    /hoe het is|eigen oordeel/i, // Feiten, Eigen beeld
    /soort nee|geen label/i,
    /mag leeg|^hoeft niet/i, // niet verplicht
    /bewaar als spreadsheet/i, // Download
    /verzint/i,
    /\bhaar zo\b/i, // die
    /[“”]/, // single ones
  ],
  en: [
    /looks? along|looking along/i,
    /with nobody yet/i,
    /to read over/i,
    /how far .* is$/i,
    /kind of no$/i,
    /last at work/i,
    /stands? (here|now|in the access log)/i,
    /wrote at/i,
    /under way/i,
  ],
} as const;

/** The framework's own words. */
const excepted = new Set(["Nog niet", "nog niet"]);

test.each(["nl", "en"] as const)("no text in %s says what has a better word", (language) => {
  const files = globSync(`**/locales/${language}.po`, { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(20);
  const texts = files.flatMap((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, "utf8")
      .split("\n\n")
      .flatMap((entry) => {
        const said = /^msgstr ((?:".*"\n?)+)/m.exec(entry)?.[1] ?? "";
        const text = [...said.matchAll(/"(.*)"/g)].map(([, part]) => part).join("");
        return text === "" ? [] : [text];
      }),
  );
  const wrong = texts.filter(
    (text) => !excepted.has(text) && banned[language].some((word) => word.test(text)),
  );
  expect(wrong).toEqual([]);
});
