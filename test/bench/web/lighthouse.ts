import lighthouse from "lighthouse";

type Category = "accessibility" | "best-practices";

/** Of one visit. */
export interface Audited {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category | "performance", number>>;
  /** What keeps a score from 100: `rule (what it says)`. */
  readonly failing: Readonly<Record<Category, readonly string[]>>;
  /** Milliseconds until the largest thing is painted, and during which nothing else could be done. */
  readonly paintedMs: number;
  readonly blockedMs: number;
  /** Cumulative layout shift: 0 where nothing moves by itself. */
  readonly shift: number;
}

/**
 * Looks at a page as Lighthouse does when nothing is said: a telephone of middling price on a slow line, with nothing
 * in its cache.
 * @param port of a browser that is signed in already; its cookies stay
 */
export async function audit(port: number, address: string): Promise<Audited> {
  const result = await lighthouse(address, {
    port,
    logLevel: "silent",
    onlyCategories: ["accessibility", "best-practices", "performance"],
    disableFullPageScreenshot: true,
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${address}`);
  const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  // Who isn't signed in is sent on, to a page that is lighter.
  if (finalDisplayedUrl !== address) throw new Error(`${address} became ${finalDisplayedUrl}`);
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const figure = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const failing = (category: Category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} (${audits[id]?.title ?? ""})`);
  return {
    scores: {
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      performance: score("performance"),
    },
    failing: {
      accessibility: failing("accessibility"),
      "best-practices": failing("best-practices"),
    },
    paintedMs: figure("largest-contentful-paint"),
    blockedMs: figure("total-blocking-time"),
    shift: figure("cumulative-layout-shift"),
  };
}
