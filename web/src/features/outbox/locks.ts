/**
 * Which text is in whose hands, among all tabs of this browser. A tab that is closed, or crashes, lets go by itself; that
 * is what no note in a database can do.
 */
export interface Locks {
  /** Holds until `release`. */
  hold(name: string): { release(): void };
  /** The names that are held, here or in another tab. */
  held(): Promise<ReadonlySet<string>>;
  /** Does the work while holding, unless somebody else holds: then null. */
  whileHolding<Result>(name: string, work: () => Promise<Result>): Promise<Result | null>;
}

/** Those of the browser; where it has none (pages without https) a tab knows of itself alone. */
export function browserLocks(locks: LockManager | undefined = navigator.locks): Locks {
  if (!locks) return ownLocks();
  return {
    hold(name) {
      const ending = Promise.withResolvers<void>();
      locks.request(name, () => ending.promise).catch(() => undefined);
      return { release: () => ending.resolve() };
    },
    async held() {
      const { held = [], pending = [] } = await locks.query();
      return new Set([...held, ...pending].flatMap(({ name }) => name ?? []));
    },
    whileHolding: (name, work) =>
      locks.request(name, { ifAvailable: true }, async (lock) => (lock ? await work() : null)),
  };
}

export function ownLocks(): Locks {
  const held = new Map<string, number>();
  const count = (name: string, by: number) => held.set(name, (held.get(name) ?? 0) + by);
  return {
    hold(name) {
      count(name, 1);
      return { release: () => void count(name, -1) };
    },
    held: async () => new Set([...held].flatMap(([name, times]) => (times > 0 ? [name] : []))),
    async whileHolding(name, work) {
      if ((held.get(name) ?? 0) > 0) return null;
      count(name, 1);
      try {
        return await work();
      } finally {
        count(name, -1);
      }
    },
  };
}
