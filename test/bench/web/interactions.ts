import type { Browser, Locator, Page } from "playwright-core";
import { signInAt } from "../../support/demo-people.ts";
import { delaysOf, noteDelays, type Delay } from "./delays.ts";
import { evidenceList } from "./pages.ts";

/** How many documents the list has, and how many are drawn until somebody asks for more. */
const [all, drawn] = [2_000, 50];

/** What was done with the list while so many of its documents were drawn. */
export interface ListDelays {
  /** By what the processor was slowed down. */
  readonly slowdown: number;
  readonly rows: number;
  readonly delays: readonly Delay[];
}

/** Does what there is to do with the list: first as it opens, then with all of it drawn. */
export async function useList(
  browser: Browser,
  origin: string,
  slowdown: number,
): Promise<ListDelays[]> {
  const context = await browser.newContext({
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(60_000);
  await signInAt(origin, evidenceList.who, context);
  const page = await context.newPage();
  await noteDelays(page);
  await page.goto(`${origin}${evidenceList.path}`);
  await wholeList(page, drawn);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const first = [
    ...(await openAndClose(page, drawn)),
    ...(await narrow(page)),
    ...(await sort(page)),
    ...(await type(page)),
  ];
  const paging = await pageOn(page);
  // Another list begins with few again, so that comes last.
  const last = [...paging, ...(await openAndClose(page, all)), ...(await type(page))];
  await context.close();
  return [
    { slowdown, rows: drawn, delays: first },
    { slowdown, rows: all, delays: last },
  ];
}

const rowsOf = (page: Page) => page.getByRole("table").locator("tbody tr");

async function wholeList(page: Page, rows: number): Promise<void> {
  await page.getByText(evidenceList.sees, { exact: true }).waitFor();
  await rowsOf(page)
    .nth(rows - 1)
    .waitFor();
}

async function pageOn(page: Page): Promise<Delay[]> {
  const delays: Delay[] = [];
  const more = page.getByRole("button", { name: "Toon meer bewijsstukken" });
  for (let rows = drawn; rows < all; rows += drawn) {
    const act = async () => {
      await more.click();
      await rowsOf(page).nth(rows).waitFor();
    };
    delays.push(...(await delaysOf(page, "page on", act)));
  }
  return delays;
}

/** The form to add something, and documents in all parts of the list, from which one comes back to it. */
async function openAndClose(page: Page, rows: number): Promise<Delay[]> {
  const delays: Delay[] = [];
  const opener = page.getByRole("button", { name: "Voeg een bewijsstuk toe" });
  for (const row of [0, rows / 2, rows - 1]) {
    const form = async () => {
      await opener.click();
      await page.getByRole("button", { name: "Annuleer" }).click();
      await opener.waitFor();
    };
    const open = async () => {
      await rowsOf(page).nth(row).getByRole("link").first().click();
      await page.waitForURL(/bewijsstukken\/[\w-]{36}$/);
    };
    delays.push(...(await delaysOf(page, "open and close the form", form)));
    delays.push(...(await delaysOf(page, "open a document", open)));
    await page.goBack();
    await wholeList(page, rows);
  }
  return delays;
}

/** With the keys: no list opens, and each key chooses. */
async function narrow(page: Page): Promise<Delay[]> {
  const choose = (box: Locator, key: string, address: string) =>
    delaysOf(page, "filter", async () => {
      await box.press(key);
      await page.waitForURL((url) => url.href.endsWith(address));
    });
  const delays: Delay[] = [];
  for (const [name, first, second] of [
    ["Wie mag het zien", "delen=gedeeld", "delen=intern"],
    ["Waar het bij hoort", "gebruikt=ja", "gebruikt=nee"],
  ] as const) {
    const box = page.getByRole("combobox", { name });
    await box.focus();
    delays.push(...(await choose(box, "ArrowDown", first)));
    delays.push(...(await choose(box, "ArrowDown", second)));
    delays.push(...(await choose(box, "Home", evidenceList.path)));
  }
  await wholeList(page, drawn);
  return delays;
}

async function sort(page: Page): Promise<Delay[]> {
  const delays: Delay[] = [];
  for (const name of ["Naam", "Gaat over", "Toegevoegd"]) {
    const act = async () => {
      await page.getByRole("columnheader", { name }).getByRole("button").click();
      await page.locator("th[aria-sort]").filter({ hasText: name }).waitFor();
    };
    delays.push(...(await delaysOf(page, "sort", act)));
  }
  await wholeList(page, drawn);
  return delays;
}

/** A word, letter by letter as somebody types, and away with it. */
async function type(page: Page): Promise<Delay[]> {
  const search = page.getByRole("searchbox", { name: "Zoek op naam" });
  await search.focus();
  return delaysOf(page, "type", async () => {
    await page.keyboard.type("jaarplan", { delay: 120 });
    await page.waitForURL(/zoek=jaarplan$/);
    for (let letter = 0; letter < "jaarplan".length; letter++)
      await page.keyboard.press("Backspace");
    await page.waitForURL((url) => url.search === "");
    await wholeList(page, drawn);
  });
}
