import { chromium, type Browser, type Page } from "playwright-core";
import { plantCanaries } from "../../roles/plant-canaries.ts";
import type { Right } from "../../roles/right-by-field.table.ts";
import { findBrowser } from "../../support/find-browser.ts";
import { afterwards } from "../../support/run.ts";
import type { Area, Range } from "../range.ts";

/** Scripts in everything that somebody can write: in the pages they are text, for every reader. */
export const stored: Area = {
  name: "stored",
  async run(range) {
    // A browser takes seconds to start, and the tests have one that looks at every page.
    if (range.size !== "full") return;
    const { fixture } = range;
    for (const [place, { id }] of [
      ["library", fixture.library],
      ["support", fixture.support],
      ["body", fixture.body],
    ] as const)
      await plantCanaries(fixture.world, id, place, ` ${script}`);
    const { executablePath, env } = await findBrowser();
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env } as Record<string, string>,
    });
    afterwards(() => browser.close());
    for (const right of readers) await readEverything(range, browser, right);
  },
};

const readers: readonly Right[] = [
  "administrator",
  "adviser",
  "office",
  "auditor within the mandate",
];

/** As markup, as a link of the few that a text may hold, and to end what it might stand in. */
const script = `"'></script><img src=struck><script>struck()</script>[a](javascript:struck()) <svg onload=struck()>`;
const struck = `img[src="struck"], svg[onload], a[href^="javascript:" i], script:not([src]):not([type="application/json"])`;
/** Pages that are visited by one reader; there are some thirty kinds. */
const most = 60;

async function readEverything(range: Range, browser: Browser, right: Right): Promise<void> {
  const { fixture, tally } = range;
  const { caller, person } = fixture.personas[right];
  const { origin } = fixture.server;
  const context = await browser.newContext({ baseURL: origin, locale: "nl-NL" });
  try {
    const [name = "", value = ""] = (caller.cookie ?? "").split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const alarms: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss());
    page.on("pageerror", ({ message }) => alarms.push(message));
    page.on("console", (message) => {
      if (/Content Security Policy|struck/i.test(message.text())) alarms.push(message.text());
    });
    const first = `/o/${person?.organisationId ?? fixture.library.id}`;
    const [waiting, seen] = [[first], new Set([kindOf(first)])];
    for (let path = waiting.shift(); path !== undefined && seen.size < most; path = waiting.shift())
      await tally.attempt("stored", `${right}: ${kindOf(path)}`, async () => {
        alarms.length = 0;
        for (const next of await linksOn(page, path))
          if (!seen.has(kindOf(next))) {
            seen.add(kindOf(next));
            waiting.push(next);
          }
        const found = await page.locator(struck).count();
        if (found > 0) return { unlike: `${found} elements of the page come from a text` };
        if (alarms.length > 0) return { unlike: alarms.join("; ") };
        return (await page.content()).includes("kanarie-") ? "allowed" : "refused";
      });
  } finally {
    await context.close();
  }
}

async function linksOn(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links
    .map((href) => new URL(href, page.url()))
    .filter(({ origin, pathname }) => origin === new URL(page.url()).origin && isPage(pathname))
    .map(({ pathname, search }) => pathname + search);
}

const isPage = (path: string) => !/^\/(files|prints|api|demo)\b/.test(path);

/** One page of each kind is enough: ids and choices don't make another. */
function kindOf(path: string): string {
  return path.replace(/[?#].*/, "").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
}
