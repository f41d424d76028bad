import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { dutchLeft, listenTo } from "../support/dutch-left.ts";
import { lookForFaults, smallTargets } from "../support/faults.ts";
import { isLookedAt } from "../support/looked-whole.ts";
import { visits, type Visit } from "./pages.table.ts";
import { enterAs } from "./waterlinie.ts";

/** A test for every visit to some of the routes. */
export function testPages(isMeant: (route: string) => boolean): void {
  for (const [route, all] of Object.entries(visits).filter(([one]) => isMeant(one)))
    for (const visit of all) {
      const who = visit.who ?? "nobody";
      test.skipIf(!isLookedAt(`${who} on ${route}`))(
        `${who} can use ${route}, wide and narrow, light and dark, in Dutch and in English`,
        async () => expect(await hindrancesOf(visit)).toEqual([]),
      );
    }
}

/** What keeps somebody from using a page. */
async function hindrancesOf({ who, at, sees }: Visit): Promise<string[]> {
  const page = await openPage();
  const complaints = complaintsOf(page);
  const served = listenTo(page);
  if (who !== null) await enterAs(page, who);
  await page.goto(typeof at === "string" ? at : await at());
  await page.getByText(sees).first().waitFor();
  const faults = await lookForFaults(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator("label").filter({ hasText: "English" }).first().click();
  await page.locator("html[lang=en]").waitFor();
  // The texts of the norm come from the server a moment later.
  await expect.poll(async () => dutchLeft(page, await served())).toEqual([]);
  return [
    ...faults,
    ...(width > 320 ? [`${width} pixels wide where there are 320`] : []),
    ...(await smallTargets(page)),
    ...complaints,
  ];
}

/** Errors in the page, and what its content security policy refuses. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}
