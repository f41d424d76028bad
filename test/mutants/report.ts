import { createHash } from "node:crypto";
import type { Mutant } from "./catalogue.ts";
import type { Killer } from "./hunt.ts";

/** The same few for the same seed; another mutant on the list moves at most one of them. */
export function some(mutants: readonly Mutant[], number: number, seed: string): Mutant[] {
  const place = ({ name }: Mutant) => createHash("sha256").update(`${seed}\n${name}`).digest("hex");
  return mutants
    .map((mutant) => ({ mutant, place: place(mutant) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, number)
    .map(({ mutant }) => mutant);
}

export interface Trial {
  readonly mutant: Mutant;
  readonly killer: Killer | undefined;
  readonly seconds: number;
}

/** What is wrong with how mutants fared, a line each; nothing when empty. */
export function complaints(
  trials: readonly Trial[],
  equivalent: Readonly<Record<string, string>>,
): string[] {
  return trials.flatMap(({ mutant: { name }, killer }) => {
    if (!killer && equivalent[name] === undefined) return [`no test notices: ${name}`];
    if (killer && equivalent[name] !== undefined)
      return [`is noticed, and can leave test/mutants/equivalent.ts: ${name}`];
    return [];
  });
}

/** One line for the log of a run. */
export function line({ mutant, killer, seconds }: Trial): string {
  const by = killer ? `\n         by ${killer.file}: ${killer.test}` : "";
  return `${killer ? "killed  " : "survived"} ${mutant.name} (${seconds.toFixed(1)} s)${by}`;
}

/** The last line. Those that change nothing are no mutants. */
export function count(
  trials: readonly Trial[],
  equivalent: Readonly<Record<string, string>>,
): string {
  const counted = trials.filter(({ mutant }) => equivalent[mutant.name] === undefined);
  const killed = counted.filter(({ killer }) => killer).length;
  return `${counted.length} mutants, ${killed} killed, ${counted.length - killed} survived`;
}
