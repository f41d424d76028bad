import { statfs } from "node:fs/promises";
import type { Storage } from "../storage/storage.ts";
import { type Figures, within } from "./figures.ts";

/** How long an answer about the surroundings may take before it counts as none, in milliseconds. */
const patience = 1_500;

/** What a process depends on, and whether it answers now. */
export interface Surroundings {
  readonly dataDir: string;
  readonly storage: Pick<Storage, "check">;
  /** The database's clock, in milliseconds since 1970. */
  readonly clock: () => Promise<number>;
  /** Whether the mail server answers; left out by a process that sends no mail. */
  readonly mail?: () => Promise<void>;
}

/** Gives one row, `now` as `clock` wants it. */
export interface Clock {
  readonly now: number;
}
export const clockStatement = "select extract(epoch from clock_timestamp())::float8 * 1000 as now";

/** Figures of what is around a process: not one of them makes it unready. */
export function watchSurroundings(figures: Figures, around: Surroundings): void {
  const parts = {
    database: async () => void (await around.clock()),
    storage: () => around.storage.check(),
    ...(around.mail && { mail: around.mail }),
  };
  figures.gauge(
    "toetssteen_up",
    "1 while database, storage of files and mail server answer.",
    ["part"],
    () =>
      Promise.all(
        Object.entries(parts).map(async ([part, check]) => ({
          labels: { part },
          value: await within(patience, check()).then(
            () => 1,
            () => 0,
          ),
        })),
      ),
  );
  figures.gauge(
    "toetssteen_clock_offset_seconds",
    "How far the database's clock is ahead of this machine's; codes of the second step bear 30.",
    [],
    async () => {
      const asked = Date.now();
      const theirs = await around.clock();
      return [{ value: (theirs - (asked + Date.now()) / 2) / 1_000 }];
    },
  );
  figures.gauge("toetssteen_free_bytes", "Room that is left in DATA_DIR.", [], async () => {
    const { bavail, bsize } = await statfs(around.dataDir);
    return [{ value: bavail * bsize }];
  });
}
