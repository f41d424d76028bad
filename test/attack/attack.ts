import { areas } from "./areas.ts";
import { openRange, type RangeOptions } from "./range.ts";
import { Tally } from "./tally.ts";

export interface AttackOptions extends Omit<RangeOptions, "tally"> {
  /** Names of areas; none for all. */
  readonly only: readonly string[];
  /** Makes only the tries whose names contain this. */
  readonly trial?: string | undefined;
  /** Hears how far it is. */
  readonly say: (line: string) => void;
}

/** Attacks the product on a database and in processes of its own; they stay until what runs this closes them. */
export async function attack({ only, trial, say, ...options }: AttackOptions): Promise<Tally> {
  const tally = new Tally(trial);
  const range = await openRange({ ...options, tally });
  for (const area of areas.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const began = performance.now();
    const [tried, found] = [tally.tried, tally.found.length];
    await area.run(range);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `${area.name}: tried ${tally.tried - tried}, found ${tally.found.length - found} (${seconds} s)`,
    );
  }
  return tally;
}
