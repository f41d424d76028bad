import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Answer, openAs, openNormAs } from "./waterlinie.ts";

/** As a share of documents gives them: no place to break a line. */
const address = `https://deel.waterlinie.example/_layouts/15/Doc.aspx?sourcedoc=%7B${"9F3A7C21".repeat(40)}%7D&file=a.docx`;

/** Widths at which the page is wider than the window; a magnifier has 320 pixels. */
async function tooWideAt(page: Page): Promise<number[]> {
  const tooWide: number[] = [];
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const drawn = await page.evaluate(() => document.documentElement.scrollWidth);
    if (drawn > width) tooWide.push(width);
  }
  return tooWide;
}

test("an address without an end leaves the page of a norm as wide as it was, typed and placed", async () => {
  const page = await openNormAs("Noor Dekker", "2");
  const comments = page.getByRole("region", { name: "Opmerkingen bij 2.V1" });
  await comments.getByRole("button", { name: /Schrijf een opmerking/ }).click();
  await comments.getByRole("textbox").fill(address);
  expect(await tooWideAt(page)).toEqual([]);
  await comments.getByRole("button", { name: "Plaats" }).click();
  await comments.getByRole("article").getByText(address).waitFor();
  expect(await tooWideAt(page)).toEqual([]);

  const box = page.getByRole("textbox", { name: "Feiten (2.V2)", exact: true });
  await box.fill(address);
  expect(await tooWideAt(page)).toEqual([]);
  await box.blur();
  expect(await tooWideAt(page)).toEqual([]);
});

test("a window that is made narrow while one writes a nee shows it from its first letter", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.1");
  await answer.choose("Nee");
  await answer.section.getByRole("radio", { name: "Weet ik nog niet" }).waitFor();
  await answer.text.fill(address);
  await answer.saved();
  expect(await tooWideAt(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await answer.verdict("Nee").focus();
  expect(await page.evaluate(() => scrollX)).toBe(0);
});

test("a document whose name has no end fits its list, its page, its place and what is found", async () => {
  const page = await openAs("Noor Dekker");
  await page.getByRole("navigation").getByRole("link", { name: "Bewijsstukken" }).click();
  await page.getByRole("button", { name: "Voeg een bewijsstuk toe" }).click();
  const title = `Zonderspaties${"enzovoort".repeat(19)}`;
  await page.getByLabel("Kies bestanden").setInputFiles({
    name: `${title}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(address),
  });
  expect(await tooWideAt(page)).toEqual([]);
  await page.getByRole("button", { name: "Voeg toe" }).click();
  const link = page.getByRole("status").getByRole("link", { name: title });
  await link.waitFor();
  expect(await tooWideAt(page)).toEqual([]);
  await link.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText(address).waitFor();
  expect(await tooWideAt(page)).toEqual([]);

  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("zonderspatiesenzovoort");
  await page.getByRole("link", { name: /Zonderspaties/ }).waitFor();
  expect(await tooWideAt(page)).toEqual([]);
});
