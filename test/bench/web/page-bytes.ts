import { setTimeout as pause } from "node:timers/promises";
import type { Page, Request } from "playwright-core";
import { limits, pageLimit } from "../../../web/build/limits.ts";

const kinds = ["document", "scripts", "styles", "fonts", "data", "others"] as const;
type Kind = (typeof kinds)[number];

/** Bytes of bodies as they travelled, by what they are. */
export type Bytes = Readonly<Record<Kind, number>>;

export interface PageBytes {
  /** Came until what the page is about stood on it. */
  readonly first: Bytes;
  /** Came behind that, without anybody touching the page. */
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
  await page.waitForFunction(() => performance.getEntriesByName("whole").length > 0);
  const whole = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName("whole")[0]?.startTime ?? 0),
  );
  await pause(longestWait);
  await page.waitForLoadState("networkidle");
  page.off("requestfinished", note);
  const none = () => Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const [first, behind] = [none(), none()];
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    const { startTime, responseEnd } = request.timing();
    const part = startTime + responseEnd <= whole ? first : behind;
    // What this browser had already is told as less than nothing.
    part[kindOf(request)] += Math.max(0, responseBodySize);
  }
  return { first, behind, requests: requests.length };
}

/** Runs in the page, before anything else: marks the moment in which the text is there. */
function noteWhole(sees: string): void {
  const observer = new MutationObserver(() => {
    if (document.body?.textContent.includes(sees) !== true) return;
    performance.mark("whole");
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
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
