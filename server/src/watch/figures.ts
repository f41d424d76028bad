import { Counter, Gauge, Registry } from "prom-client";

/** What a figure may take to be found; a scrape waits ten seconds at most, and others are waiting with it. */
const patienceInMs = 2_000;

/** A value for each set of labels. */
export type Found<Label extends string> = readonly {
  readonly labels?: Partial<Record<Label, string>>;
  readonly value: number;
}[];

/**
 * The figures of a process, for Prometheus. One that can't be found now is left out and named in
 * `toetssteen_figure_missing`: the others are needed most when something is away. No label names an organisation, a
 * person or what they asked for.
 */
export class Figures {
  readonly registry = new Registry();
  readonly #beingFound = new Set<Promise<void>>();
  readonly #missing = new Gauge({
    name: "toetssteen_figure_missing",
    help: "1 for a figure that couldn't be found at this moment.",
    labelNames: ["figure"],
    registers: [this.registry],
    // Told last, although it stands first: the others begin in the same turn.
    collect: async () => {
      await Promise.resolve();
      await Promise.all(this.#beingFound);
    },
  });

  /** A figure that is looked up when it is asked for. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    find: () => Promise<Found<Label>>,
  ): void {
    const [missing, beingFound] = [this.#missing, this.#beingFound];
    let finding: Promise<Found<Label>> | undefined;
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        const found = look();
        beingFound.add(found);
        await found.finally(() => beingFound.delete(found));
      },
    });
    const look = async () => {
      gauge.reset();
      // Without labels that leaves a 0, which would be a figure.
      if (labelNames.length === 0) gauge.remove();
      try {
        // One that is still under way since the last scrape isn't begun again beside it.
        finding ??= find().finally(() => (finding = undefined));
        for (const { labels, value } of await within(patienceInMs, finding))
          gauge.set((labels ?? {}) as Record<Label, string>, value);
        missing.set({ figure: name }, 0);
      } catch {
        missing.set({ figure: name }, 1);
      }
    };
  }

  /** Counts from 0, so that the first one already shows as an increase. */
  counter<Label extends string, Value extends string>(
    name: string,
    help: string,
    label: Label,
    values: readonly Value[],
  ): (value: Value, by?: number) => void {
    const counter = new Counter({ name, help, labelNames: [label], registers: [this.registry] });
    const labelled = (value: Value) => ({ [label]: value }) as unknown as Record<Label, string>;
    for (const value of values) counter.inc(labelled(value), 0);
    return (value, by = 1) => counter.inc(labelled(value), by);
  }
}

/** @throws when it takes longer */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
