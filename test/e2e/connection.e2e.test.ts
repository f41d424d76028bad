import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openAt, waterlinie } from "./waterlinie.ts";

const lost = "We kunnen Toetssteen nu niet bereiken";

/** What comes along when somebody first asks for it: who clicks what where, and what is there then. */
const later: Record<string, readonly [who: string, at: string, (page: Page) => Later]> = {
  "a document to link": [
    "Noor Dekker",
    "zelfevaluatie/4",
    (page) => ({
      opener: page.getByRole("button", { name: "Koppel een bewijsstuk (bij 4.1)" }),
      opened: page.getByRole("dialog", { name: "Welk bewijsstuk hoort bij 4.1?" }),
    }),
  ],
  "a comment": [
    "Noor Dekker",
    "zelfevaluatie/4",
    (page) => ({
      opener: page.getByRole("button", { name: /^Schrijf een opmerking/ }).first(),
      opened: page.getByText("Met @ noem je een collega"),
    }),
  ],
  "whom to give a part": [
    "Noor Dekker",
    "zelfevaluatie/4",
    (page) => ({
      opener: page
        .getByRole("button", { name: /\(bij 4\.1\)$/ })
        .and(page.getByRole("button", { name: /^(Wijs toe|Wijzig)/ })),
      opened: page.getByRole("form", { name: "Wie doet 4.1" }),
    }),
  ],
  "what a text was": [
    "Yvonne Kuipers",
    "/o/0199a000-0000-7000-8000-000000000005/zelfevaluatie/4",
    (page) => ({
      opener: page.getByRole("link", { name: /^Geschiedenis/ }).first(),
      opened: page.getByRole("dialog", { name: /^Geschiedenis bij/ }),
      again: page.getByRole("dialog").getByRole("button", { name: "Probeer het opnieuw" }),
    }),
  ],
  "another organisation": [
    "Marit de Wit",
    "/o/0199a000-0000-7000-8000-000000000004",
    (page) => ({
      opener: page.getByRole("button", { name: /kies voor wie je werkt/ }),
      opened: page.getByRole("menuitemradio").first(),
    }),
  ],
  "the second step": [
    "Noor Dekker",
    "/account",
    (page) => ({
      opener: page.getByRole("button", { name: "Zet de tweede stap aan" }),
      opened: page.getByText("Zo weten we dat jij het bent"),
    }),
  ],
  "another language": [
    "Noor Dekker",
    "mensen",
    (page) => ({
      opener: page.locator("label").filter({ hasText: "English" }).first(),
      opened: page.getByRole("heading", { level: 1, name: "People" }),
    }),
  ],
  "another page": [
    "Noor Dekker",
    "",
    (page) => ({
      opener: page.getByRole("navigation").getByRole("link", { name: "Mensen", exact: true }),
      opened: page.getByRole("heading", { level: 1, name: "Mensen" }),
      again: page.getByRole("button", { name: "Probeer het opnieuw" }),
    }),
  ],
};

interface Later {
  readonly opener: Locator;
  readonly opened: Locator;
  /** Where one asks again, when that is somewhere else. */
  readonly again?: Locator;
}

test.each(Object.entries(later))(
  "%s that was asked for without a connection is there when asked for again",
  async (_what, [who, at, find]) => {
    const page = await openThrifty(who, at);
    const { opener, opened, again = opener } = find(page);
    await opener.waitFor();
    await page.context().setOffline(true);
    await opener.click();
    await page.getByText(lost).first().waitFor();
    expect(await isInSight(page.getByText(lost).first())).toBe(true);
    await page.context().setOffline(false);
    await again.click();
    await opened.waitFor();
    expect(await page.getByText(lost).count()).toBe(0);
  },
);

test("what people often open is there without a connection", async () => {
  const page = await openAt("Noor Dekker", `${waterlinie}/zelfevaluatie/4`);
  await fetchedAhead(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Koppel een bewijsstuk (bij 4.1)" }).click();
  const dialog = page.getByRole("dialog", { name: "Welk bewijsstuk hoort bij 4.1?" });
  await expect.poll(() => dialog.isVisible()).toBe(true);
});

test("a newer release that took a part away is loaded, with what was asked for and what was typed", async () => {
  const page = await openThrifty("Noor Dekker", "zelfevaluatie/5");
  const facts = page.getByRole("textbox", { name: "Feiten (5)", exact: true });
  const text = `Vlak voor de nieuwe versie. ${Date.now()}`;
  let isNew = false;
  page.on("framenavigated", () => (isNew = true));
  await page.route("**/assets/*.js", (route) => (isNew ? route.continue() : gone(route)));
  await page.route("**/graphql", (route) => (isNew ? route.continue() : route.abort()));
  await facts.fill(text);
  await facts.blur();
  isNew = false;
  await page.getByRole("button", { name: "Koppel een bewijsstuk (bij 5.V1)" }).click();
  await page.getByRole("dialog", { name: "Welk bewijsstuk hoort bij 5.V1?" }).waitFor();
  expect(isNew).toBe(true);
  expect(await facts.inputValue()).toBe(text);
});

/** A page of somebody who saves data: nothing is fetched before it is asked for. */
async function openThrifty(who: string, at: string): Promise<Page> {
  return openAt(who, at.startsWith("/") ? at : `${waterlinie}/${at}`, {}, (page) =>
    page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
    ),
  );
}

/** What is fetched when the browser has nothing else to do has come. */
async function fetchedAhead(page: Page): Promise<void> {
  const idle = () =>
    page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 20_000 })),
    );
  const files = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  // What waits for a first idle moment was queued before this.
  await idle();
  let before = -1;
  await expect
    .poll(async () => {
      const [last, now] = [before, await files()];
      before = now;
      await idle();
      return now - last;
    })
    .toBe(0);
}

function gone(route: { fulfill(answer: { status: number }): Promise<void> }): Promise<void> {
  return route.fulfill({ status: 404 });
}

function isInSight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
