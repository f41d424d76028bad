import { setTimeout as pause } from "node:timers/promises";
import type { Reply } from "./remote.ts";

/** How often somebody else asks meanwhile, in milliseconds. */
const tick = 20;

/** What somebody else noticed while something went on. */
export interface Waited<T> {
  readonly value: T;
  /** Milliseconds that the slowest of their requests took. */
  readonly longest: number;
  readonly asked: number;
  /** Of their requests, those that weren't answered with 200, by status; 0 where no answer came. */
  readonly refused: readonly number[];
}

/**
 * What a deed costs is what others wait for it: one who has nothing to do with it asks something small, again and again,
 * for as long as it lasts.
 * @param ask one small request of theirs
 */
export async function othersWait<T>(
  ask: () => Promise<Pick<Reply, "status">>,
  work: () => Promise<T>,
): Promise<Waited<T>> {
  const under = new Set<Promise<void>>();
  const refused: number[] = [];
  let [longest, asked, isOver] = [0, 0, false];
  const once = async () => {
    const began = performance.now();
    const { status } = await ask().catch(() => ({ status: 0 }));
    longest = Math.max(longest, performance.now() - began);
    if (status !== 200) refused.push(status);
  };
  const asking = (async () => {
    for (; !isOver; await pause(tick)) {
      asked += 1;
      // Not one after the other: who waits long must not ask less often for it.
      const one = once().finally(() => under.delete(one));
      under.add(one);
    }
    await Promise.all(under);
  })();
  try {
    return { value: await work(), ...(await over()) };
  } finally {
    await over();
  }

  async function over() {
    isOver = true;
    await asking;
    return { longest, asked, refused };
  }
}
