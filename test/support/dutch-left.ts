import type { Page } from "playwright-core";
import { catalogueTexts, servedTexts } from "./words.ts";

/** Words that are in nearly every Dutch sentence, and in no English one. */
const small =
  /(?<![\p{L}’'])(het|een|niet|voor|naar|bij|geen|nog|ook|je|jij|jou|jullie|wordt|zijn|hebben|deze|uit|maar|tot)(?![\p{L}’'])/iu;

/** Remembers what comes to a page from now on, documents too: the words of people are in the language that they wrote in. */
export function listenTo(page: Page): () => Promise<string[]> {
  const said: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/\/(graphql|files\/.+)$/.test(response.url())) said.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(said)).flatMap((text) => stringsIn(text));
}

/**
 * What is still Dutch on a page that should be English: texts that have an English one, and others with a Dutch word
 * that aren't the words of people.
 * @param served all that the server said to the page
 */
export async function dutchLeft(page: Page, served: readonly string[]): Promise<string[]> {
  const dutch = onlyDutch();
  const people = served.map(flat).filter((text) => text.length > 2);
  const names = people.filter((text) => text.length < 80).sort((a, b) => b.length - a.length);
  return (await textsOn(page)).map(flat).filter((text) => {
    if (dutch.has(text)) return true;
    if (!small.test(text) || people.some((one) => one.includes(text))) return false;
    return small.test(names.reduce((rest, name) => rest.replaceAll(name, ""), text));
  });
}

let known: ReadonlySet<string> | undefined;

/** Pieces of text as they stand between tags and values, that aren't a piece of any English text. */
function onlyDutch(): ReadonlySet<string> {
  if (known) return known;
  const all = [...catalogueTexts(), ...servedTexts()];
  const pieces = (text: string) => (text.includes("{") ? [] : text.split(/<\/?\d+\/?>/).map(flat));
  const english = new Set(all.flatMap(({ en }) => pieces(en)));
  known = new Set(
    all
      .flatMap(({ nl }) => pieces(nl))
      .filter((piece) => /\p{L}/u.test(piece) && !english.has(piece)),
  );
  return known;
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function stringsIn(json: string): string[] {
  const found: string[] = [];
  try {
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === "string") found.push(value);
      return value;
    });
  } catch {
    // A document, or an answer that broke off.
    found.push(json);
  }
  return found;
}

/** All that is read out or seen: texts, what is typed aside, and the names that attributes give. */
function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement: around } = walker.currentNode as Text;
      if (!around?.closest("script, style, noscript, [lang=nl]")) texts.push(data);
    }
    for (const name of ["aria-label", "aria-description", "title", "alt", "placeholder"])
      for (const element of document.querySelectorAll(`[${name}]`))
        texts.push(element.getAttribute(name) ?? "");
    return [...new Set(texts)].filter((text) => text.trim() !== "");
  });
}
