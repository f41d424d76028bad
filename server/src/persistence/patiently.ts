import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "../start-error.ts";

/**
 * How long a lock is waited for, in milliseconds. Whoever wants a table meanwhile stands in line behind us, so it is
 * short; a copy or a long query goes on, and we come again.
 */
export const lockTimeoutInMs = 300;

const givingUpAfterInMs = 15 * 60_000;

/** No lock in time, a deadlock, a serialisation failure; or two who change the same role or right. */
const passing = new Set(["55P03", "40P01", "40001"]);

export interface Patience {
  /** Hears once that there is something to wait for. */
  readonly say?: (line: string) => void;
  readonly givingUpAfter?: number;
}

/**
 * Does what needs locks again and again until it gets them.
 *
 * @param work is undone by itself when it fails
 * @throws {StartError} when it doesn't get them in a quarter of an hour
 */
export async function patiently<T>(
  what: string,
  work: () => Promise<T>,
  { say, givingUpAfter = givingUpAfterInMs }: Patience = {},
): Promise<T> {
  const until = Date.now() + givingUpAfter;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() > until)
        throw new StartError(
          `${what} could not be locked, because something else holds it: look at pg_stat_activity, then run it again`,
          { cause: error },
        );
      if (tries === 2) say?.(`Waiting for ${what}, which something else holds.`);
      await pause(Math.min(tries * 200, 2_000) * (0.5 + Math.random()));
    }
  }
}

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    passing.has(code ?? "") ||
    (code === "XX000" && message?.startsWith("tuple concurrently") === true)
  );
}
