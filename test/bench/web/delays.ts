import type { Page } from "playwright-core";

/** How long an interaction took: from the touch or key to the picture that follows it. */
export interface Delay {
  /** What was done, alike for what is done alike. */
  readonly what: string;
  /** Of its slowest event, in milliseconds; the browser rounds to 8 and notes nothing below `leastNoted`. */
  readonly ms: number;
}

/** Milliseconds below which the Event Timing API notes nothing; what isn't noted counts as this. */
export const leastNoted = 16;

interface Noted {
  readonly id: number;
  readonly ms: number;
}

declare global {
  interface Window {
    notedDelays: Noted[];
  }
}

/** Before the page is opened: notes every interaction with it. */
export async function noteDelays(page: Page): Promise<void> {
  await page.addInitScript((durationThreshold) => {
    window.notedDelays = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId > 0)
          window.notedDelays.push({ id: entry.interactionId, ms: entry.duration });
    }).observe({ type: "event", durationThreshold } as PerformanceObserverInit);
  }, leastNoted);
}

/**
 * Does something and says what each interaction in it took.
 * @param act that touches the page, and waits until what it led to is there
 */
export async function delaysOf(
  page: Page,
  what: string,
  act: () => Promise<void>,
): Promise<Delay[]> {
  const before = await page.evaluate(() => performance.interactionCount);
  await page.evaluate(() => void (window.notedDelays = []));
  await act();
  const [after, noted] = await page.evaluate(async () => {
    // Entries come after the picture that they tell of; a frame more, and a task behind it.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [performance.interactionCount, window.notedDelays] as const;
  });
  const slowest = new Map<number, number>();
  for (const { id, ms } of noted) slowest.set(id, Math.max(ms, slowest.get(id) ?? 0));
  const unnoted = Math.max(0, after - before - slowest.size);
  return [...slowest.values(), ...Array.from({ length: unnoted }, () => leastNoted)].map((ms) => ({
    what,
    ms,
  }));
}
