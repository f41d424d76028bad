import type { Result } from "./measure.ts";
import { operations } from "./operations.ts";

/** A figure that is to be reached: a ratio of medians of one run. */
export interface Ratio {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  readonly side: "at most" | "at least";
  readonly isReached: boolean;
}

/** As many libraries as the ratios between contenders are about. */
export const usualLibraries = 1_000;

const most = (what: string, value: number, bound: number): Ratio => ({
  what,
  value,
  bound,
  side: "at most",
  isReached: value <= bound,
});
const least = (what: string, value: number, bound: number): Ratio => ({
  what,
  value,
  bound,
  side: "at least",
  isReached: value >= bound,
});

/** Every ratio for which there are results. @param libraries of which the results between contenders are compared */
export function ratiosOf(results: readonly Result[], libraries: number): Ratio[] {
  const find = (operation: string, contender: string, count = libraries) =>
    results.find(
      (one) =>
        one.operation === operation && one.contender === contender && one.libraries === count,
    );
  const ratios: Ratio[] = [];
  const compare = (
    operation: string,
    peer: string,
    of: (result: Result) => number,
    make: (quotient: number) => Ratio,
  ) => {
    const [ours, theirs] = [find(operation, "ours"), find(operation, peer)];
    if (ours && theirs) ratios.push(make(of(ours) / of(theirs)));
  };
  const { page, answer, half, ...others } = operations;
  compare(
    page,
    "postgraphile",
    (result) => result.serverCpuMs,
    (value) => most(`${page}: serverCpuMs beside postgraphile`, value, 0.45),
  );
  compare(
    page,
    "limit",
    (result) => result.requestsPerSecond,
    (value) => least(`${page}: requestsPerSecond beside limit`, value, 0.6),
  );
  compare(
    answer,
    "postgraphile",
    (result) => result.serverCpuMs,
    (value) => most(`${answer}: serverCpuMs beside postgraphile`, value, 0.6),
  );
  for (const operation of [page, ...Object.values(others), answer])
    for (const [peer, bound] of [
      ["postgraphile", 1],
      ["mercurius", 0.75],
    ] as const)
      compare(
        operation,
        peer,
        (result) => result.requestsPerSecond,
        (value) => least(`${operation}: requestsPerSecond beside ${peer}`, value, bound),
      );
  const counts = [...new Set(results.map((result) => result.libraries))].toSorted((a, b) => a - b);
  const [few = 0, many = 0] = [counts[0], counts.at(-1)];
  for (const operation of [page, answer]) {
    const [small, large] = [find(operation, "ours", few), find(operation, "ours", many)];
    if (small && large && many > few)
      ratios.push(
        most(
          `${operation}: serverCpuMs + databaseCpuMs at ${many} libraries beside ${few}`,
          workOf(large) / workOf(small),
          1.15,
        ),
      );
  }
  const [whole, part] = [find(page, "ours"), find(half, "ours")];
  if (whole && part)
    ratios.push(
      most(
        `${half}: serverCpuMs + databaseCpuMs beside the whole page`,
        workOf(part) / workOf(whole),
        0.75,
      ),
    );
  return ratios;
}

function workOf({ serverCpuMs, databaseCpuMs }: Result): number {
  return serverCpuMs + databaseCpuMs;
}
