import { setTimeout as pause } from "node:timers/promises";
import type { Page, Request } from "playwright-core";
import { limits, pageLimit } from "../../../web/build/limits.ts";

const kinds = ["document", "scripts", "styles", "fonts", "data", "others"] as const;
type Kind = (typeof kinds)[number];

/** Bytes of bodies as they travelled, by what they are. */
export type Bytes = Readonly<Record<Kind, number>>;

export interface PageBytes {
  /** Asked for until what the page is about stood on it. */
  readonly first: Bytes;
  /** Fetched behind that, without anybody touching the page. */
  readonly behind: Bytes;
  readonly requests: number;
}

const byType: Readonly<Record<string, Kind>> = {
  document: "document",
  script: "scripts",
  stylesheet: "styles",
  font: "fonts",
  fetch: "data",
  xhr: "data",
};

/** A script is fetched first, and run once all of its part is here. */
function kindOf(request: Request): Kind {
  if (new URL(request.url()).pathname.endsWith(".js")) return "scripts";
  return byType[request.resourceType()] ?? "others";
}

/** Longer than anything waits before it is fetched behind a page, in milliseconds. */
const longestWait = 2_000;

/**
 * Opens an address and counts.
 * @param page of a visitor who has been nowhere yet: what was fetched before costs nothing
 * @param sees stands on the page once it is whole
 */
export async function countBytes(page: Page, address: string, sees: string): Promise<PageBytes> {
  const requests: Request[] = [];
  const note = (request: Request) => void requests.push(request);
  page.on("requestfinished", note);
  await page.addInitScript(noteWhole, sees);
  await page.goto(address);
  await page.waitForFunction((text) => document.body.textContent.includes(text), sees);
  await pause(longestWait);
  await page.waitForLoadState("networkidle");
  page.off("requestfinished", note);
  const none = () => Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const [first, behind] = [none(), none()];
  const later = new Set(await page.evaluate(() => window.fetchedBehind));
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    const part = later.has(request.url()) ? behind : first;
    // What this browser had already is told as less than nothing.
    part[kindOf(request)] += Math.max(0, responseBodySize);
  }
  return { first, behind, requests: requests.length };
}

declare global {
  interface Window {
    fetchedBehind: string[];
  }
}

/** Runs in the page, before anything else: notes the addresses that are fetched once the text is there. */
function noteWhole(sees: string): void {
  window.fetchedBehind = [];
  const ask = window.fetch.bind(window);
  window.fetch = (address, options) => {
    if (document.body?.textContent.includes(sees) === true)
      window.fetchedBehind.push(new Request(address).url);
    return ask(address, options);
  };
}

/**
 * What is heavier than agreed, in words; none where the page is within its budget.
 * @param route path below web/src/routes
 */
export function overweight({ first, behind }: PageBytes, route: string): string[] {
  const agreed = [
    ["scripts", first.scripts, pageLimit(route)],
    ["scripts behind the page", behind.scripts, limits.laterKilobytes],
    ["styles", first.styles + behind.styles, limits.cssKilobytes],
  ] as const;
  return agreed
    .filter(([, bytes, kilobytes]) => bytes > kilobytes * 1000)
    .map(
      ([kind, bytes, kilobytes]) => `${kind} ${(bytes / 1000).toFixed(2)} kB, at most ${kilobytes}`,
    );
}
