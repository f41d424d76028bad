import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprintOf, parseFingerprint, quotedIn } from "../support/word-runs.ts";

const root = join(import.meta.dirname, "../..");
/** Of the certification body's white paper, whose sentences are theirs. */
const whitePaper = parseFingerprint(
  readFileSync(join(import.meta.dirname, "white-paper.fingerprint.txt"), "utf8"),
);

function trackedTexts(): { file: string; text: string }[] {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return listed
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
}

test("no file holds eight words in a row of the white paper", () => {
  const texts = trackedTexts();
  expect(texts.length).toBeGreaterThan(200);
  expect(whitePaper.digests.size).toBeGreaterThan(1_500);
  const quoting = texts.flatMap(({ file, text }) =>
    quotedIn(text, whitePaper).map((run) => `${file}: ${run}`),
  );
  expect(quoting).toEqual([]);
}, 60_000);

test("a run of the white paper planted in a file would be found", () => {
  // How it begins, in the order of the alphabet: standing here as it is, it would be found.
  const opening = {
    aan: 3,
    ambities: 4,
    de: 7,
    en: 5,
    norm: 8,
    resultaten: 6,
    samen: 1,
    werken: 2,
  };
  const run = Object.entries(opening).toSorted(([, a], [, b]) => a - b);
  const words = run.map(([word]) => word).join(" ");
  expect(quotedIn(`/** ${words} */`, whitePaper)).toEqual([words]);
});

const planted =
  "De oude vuurtoren keek iedere avond naar schepen die nooit terugkwamen; België, geïmproviseerd en wel, lag ver weg.";

test.each([
  ["as it is", planted],
  ["in the middle of something else", `const a = 1;\n/** Zo ging het: ${planted} */\n`],
  [
    "in capitals, without accents",
    planted.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase(),
  ],
  ["over lines of a comment", planted.replaceAll(" ", "\n * ")],
  ["over joined strings", planted.replaceAll(" en ", ' en " +\n    "')],
  ["with escapes", planted.replaceAll("ë", "\\u00eb").replaceAll(" die ", " die\\n")],
  ["with parts of it marked up", planted.replace("avond", "<strong>avond</strong>")],
  ["eight words of it", "keek iedere avond naar schepen die nooit terugkwamen"],
])("a text that isn't ours is found %s", (_how, source) => {
  const fingerprint = fingerprintOf(planted, "zout");
  expect(quotedIn(source, fingerprint)).toContain(
    "keek iedere avond naar schepen die nooit terugkwamen",
  );
});

test("a word that a printed line broke in two is found whole, and in two", () => {
  const printed = "De oude vuurtoren keek iedere avond naar sche-\n\npen die nooit terugkwamen.";
  const fingerprint = fingerprintOf(printed, "zout");
  expect(quotedIn("keek iedere avond naar schepen die nooit terugkwamen", fingerprint)).not.toEqual(
    [],
  );
  expect(quotedIn(printed, fingerprint)).not.toEqual([]);
});

test("seven words are not a quotation, nor are the same words in another order", () => {
  const fingerprint = fingerprintOf(planted, "zout");
  expect(quotedIn("iedere avond naar schepen die nooit terugkwamen", fingerprint)).toEqual([]);
  expect(
    quotedIn("naar schepen keek iedere avond die nooit terugkwamen vuurtoren", fingerprint),
  ).toEqual([]);
});
