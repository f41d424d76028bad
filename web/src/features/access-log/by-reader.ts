import { dayInAmsterdam } from "@toetssteen/norms";
import type { Lookers } from "./lookers.ts";

export interface Look {
  readonly id: string;
  readonly at: string;
  readonly readerName: string;
  readonly readerOrganisation: string;
  readonly via: string;
  readonly opened: string;
  /** Name of the file, where one was opened. */
  readonly openedFile: string | null;
}

/** Somebody's looks on one day by one right, and at what: latest first. */
export interface Reader {
  readonly name: string;
  readonly organisation: string;
  readonly via: string;
  readonly opened: readonly {
    readonly what: string;
    readonly file: string | null;
    readonly times: readonly string[];
  }[];
}

export interface Day {
  readonly day: string;
  readonly readers: readonly Reader[];
}

/** The log as somebody reads it: by day, and within a day by reader. Both in the order of the log, latest first. */
export function byDayAndReader(looks: readonly Look[]): Day[] {
  return groups(looks, ({ at }) => dayInAmsterdam(new Date(at))).map(([day, ofDay]) => ({
    day,
    readers: groups(ofDay, ({ readerName, readerOrganisation, via }) =>
      JSON.stringify([readerName, readerOrganisation, via]),
    ).flatMap(([, ofReader]) => {
      const [first] = ofReader;
      if (!first) return [];
      const opened = groups(ofReader, (look) => look.opened).map(([what, same]) => ({
        what,
        file: same[0]?.openedFile ?? null,
        times: same.map(({ at }) => at),
      }));
      const { readerName, readerOrganisation, via } = first;
      return [{ name: readerName, organisation: readerOrganisation, via, opened }];
    }),
  }));
}

/** Whose looks these are: of who was let in to look along, or of an auditor with a mandate. */
export function isBy(looker: Lookers, { via }: Pick<Look, "via">): boolean {
  return (looker === "auditors") === (via === "mandate");
}

function groups<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): [string, Value[]][] {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return [...found];
}
