/** Chance that can be had again: the same seed, the same run. */
export interface Random {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(all: readonly T[]): T[];
  /** At most that many, in chance order. */
  some<T>(all: readonly T[], most: number): T[];
}

/** Mulberry32: short, and good enough to choose with. @param seed a whole number */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(next() * most);
  const shuffled = <T>(all: readonly T[]) => {
    const order = [...all];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  };
  return {
    next,
    below,
    shuffled,
    some: (all, most) => shuffled(all).slice(0, most),
    pick(from) {
      if (from.length === 0) throw new RangeError("There is nothing to pick from.");
      return from[below(from.length)] as (typeof from)[number];
    },
  };
}
