import { expect, test } from "vitest";
import { catalogueTexts, servedTexts } from "./words.ts";

const all = [...catalogueTexts(), ...servedTexts()];

test("everything that is said in Dutch is said in English too", () => {
  expect(all.length).toBeGreaterThan(800);
  expect(all.filter(({ en }) => en.trim() === "")).toEqual([]);
});

test("what is the same in both languages is no forgotten translation", () => {
  const same = all.filter(
    ({ nl, en }) => nl === en && /\p{L}/u.test(nl.replaceAll(/\{.*?\}/g, "")),
  );
  expect([...new Set(same.map(({ nl }) => nl))].sort()).toEqual(equal);
});

test("what has one name in Dutch has one name in English", () => {
  const names = Map.groupBy(catalogueTexts(), ({ nl }) => nl);
  const several = [...names].filter(([, texts]) => new Set(texts.map(({ en }) => en)).size > 1);
  expect(several.map(([nl]) => nl)).toEqual([]);
});

test("a norm is called a standard in English", () => {
  const english = catalogueTexts().map(({ en }) => en.replaceAll(/\{\w+/g, ""));
  expect(english.filter((text) => /\bnorms?\b/i.test(text))).toEqual([]);
});

test("an English text takes the same values and marks as the Dutch one", () => {
  const parts = (text: string) =>
    [...new Set(text.match(/(?<!(?:one|other|=\d+) )\{\w+(?=[},])|<\/?\d+\/?>/g))].sort();
  expect(all.filter(({ nl, en }) => String(parts(nl)) !== String(parts(en)))).toEqual([]);
});

/** Words that are the same in Dutch and in English. */
const equal = [
  "Audit",
  "Auditor",
  "Auditors",
  "Compliance",
  "Download<0> {name}</0>",
  "Kwaliteit in Beeld II",
  "Link",
  "Menu",
  "Partner",
  "Plan",
  "Planning",
  "Privacy",
  "Stop<0> {0}</0>",
  "Was",
  "auditor",
  "link",
  "own",
];
