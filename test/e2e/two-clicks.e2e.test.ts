import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { routes, visits } from "./pages.table.ts";
import { enterAs } from "./waterlinie.ts";

/** What nobody looks for from home, and how one comes there instead. */
const comesOtherwise: Readonly<Record<string, string>> = {
  "/uitnodiging/$token": "by the link in a mail",
  "/wachtwoord/$token": "by the link in a mail",
  "/o/$organisation/niet-verstuurd": "by a line above every page, while there is text to send",
  "/o/$organisation/zelfevaluatie": "by shortening an address: it leads home itself",
};

/** By whom: where they must be able to go, an address or the pattern of one. */
const wanted = new Map<string | null, string[]>();
for (const [route, all] of Object.entries(visits)) {
  if (route in comesOtherwise) continue;
  for (const { who, at } of all)
    wanted.set(who, [
      ...(wanted.get(who) ?? []),
      typeof at === "string" ? new URL(at, "http://home").pathname : route,
    ]);
}

test("only pages that there are come otherwise than from home", () => {
  expect(Object.keys(comesOtherwise).filter((route) => !(route in visits))).toEqual([]);
});

test.each([...wanted].map(([who, places]) => [who ?? "nobody", who, places] as const))(
  "%s is within two clicks of home on every page that is looked at as them",
  async (_name, who, places) => {
    const page = await openPage();
    if (who !== null) await enterAs(page, who);
    const near = await linksOf(page, who === null ? "/aanmelden" : "/");
    const left = new Set(places.filter((place) => !near.has(place)));
    const home = new URL(page.url()).pathname;
    for (const link of likelyFirst(near, left, places)) {
      if (left.size === 0) break;
      if (link === home) continue;
      for (const place of await linksOf(page, link)) left.delete(place);
    }
    expect([...left]).toEqual([]);
  },
);

/** Where the links that show on a page lead, each as its address and as the pattern of it; the page itself too. */
async function linksOf(page: Page, address: string): Promise<ReadonlySet<string>> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
  const own = new URL(page.url());
  const links = await page
    .locator("a[href]:visible")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const paths = [own.href, ...links]
    .map((link) => new URL(link))
    .filter(({ origin }) => origin === own.origin)
    .map(({ pathname }) => pathname);
  return new Set(paths.flatMap((path) => [path, patternOf(path) ?? path]));
}

const patterns = routes().toSorted((one, other) => variables(one) - variables(other));

function variables(route: string): number {
  return route.split("$").length;
}

/** The route that an address belongs to: the one that says most of it in words. */
function patternOf(path: string): string | undefined {
  return patterns.find((route) =>
    new RegExp(`^${route.replaceAll(/\$[a-z]+/g, "[^/]+")}$`).test(path),
  );
}

/** Pages above what is looked for come before those of the table, and these before others; patterns are no pages. */
function likelyFirst(
  links: ReadonlySet<string>,
  left: ReadonlySet<string>,
  places: readonly string[],
) {
  const likely = (link: string) => {
    const folders = [`${link}/`, `${patternOf(link) ?? link}/`];
    if ([...left].some((place) => folders.some((folder) => place.startsWith(folder)))) return 2;
    return places.includes(link) ? 1 : 0;
  };
  return [...links]
    .filter((link) => !link.includes("$"))
    .toSorted((one, other) => likely(other) - likely(one));
}
