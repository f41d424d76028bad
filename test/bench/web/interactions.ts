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
  const slowBy = (rate: number) => session.send("Emulation.setCPUThrottlingRate", { rate });
  await slowBy(slowdown);
  const first: Delay[] = [];
  for (let time = 0; time < 3; time++) {
    first.push(...(await openForm(page)), ...(await openDocument(page, time)));
    await page.goBack();
    await wholeList(page, drawn);
  }
  first.push(...(await narrow(page)), ...(await sort(page)), ...(await type(page)));
  const last = [...(await pageOn(page)), ...(await openForm(page)), ...(await type(page))];
  // Another list begins with few again, and so does this one when somebody comes back to it.
  await slowBy(1);
  await pageOn(page);
  await slowBy(slowdown);
  last.push(...(await openDocument(page, all / 2)));
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

function openForm(page: Page): Promise<Delay[]> {
  const opener = page.getByRole("button", { name: "Voeg een bewijsstuk toe" });
  return delaysOf(page, "open and close the form", async () => {
    await opener.click();
    await page.getByRole("button", { name: "Annuleer" }).click();
    await opener.waitFor();
  });
}

function openDocument(page: Page, row: number): Promise<Delay[]> {
  return delaysOf(page, "open a document", async () => {
    await rowsOf(page).nth(row).getByRole("link").first().click();
    await page.waitForURL(/bewijsstukken\/[\w-]{36}$/);
  });
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
    ["Waar het dient", "gebruikt=ja", "gebruikt=nee"],
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
