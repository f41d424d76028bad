import type { Audited } from "./lighthouse.ts";
import { overweight, type PageBytes } from "./page-bytes.ts";

/** What was measured of a page. */
export interface PageResult {
  readonly name: string;
  /** Path below web/src/routes. */
  readonly route: string;
  readonly bytes: PageBytes;
  /** At least one. */
  readonly visits: readonly Audited[];
}

export interface Verdict {
  /** What fell short, in words. */
  readonly missed: readonly string[];
  readonly lastLine: string;
}

/** Each demand, and in what a page misses it; performance is none, because it is of the machine as much as of the page. */
const demands: readonly (readonly [demand: string, misses: (result: PageResult) => string[]])[] = [
  ["bytes within budget", ({ bytes, route }) => overweight(bytes, route)],
  ["accessibility 100 on", ({ visits }) => failingOf(visits, "accessibility")],
  ["best practices 100 on", ({ visits }) => failingOf(visits, "best-practices")],
  [
    "nothing shifts on",
    ({ visits }) => {
      const shift = Math.max(...visits.map((visit) => visit.shift));
      // As many digits as Lighthouse shows.
      return shift < 0.001 ? [] : [`the layout shifts by ${shift.toFixed(3)}`];
    },
  ],
];

/** Whether the pages are what they are to be, in every visit. */
export function judge(results: readonly PageResult[]): Verdict {
  const judged = demands.map(([demand, misses]) => {
    const missed = results.flatMap((result) => {
      const found = misses(result);
      return found.length === 0 ? [] : [`${result.name}: ${found.join("; ")}`];
    });
    const line = `${demand} ${results.length - missed.length} of ${results.length}`;
    return { missed, line };
  });
  return {
    missed: judged.flatMap(({ missed }) => missed),
    lastLine: [`pages ${results.length}`, ...judged.map(({ line }) => line)].join(", "),
  };
}

function failingOf(
  visits: readonly Audited[],
  category: "accessibility" | "best-practices",
): string[] {
  const least = Math.min(...visits.map(({ scores }) => scores[category]));
  if (least === 100) return [];
  const rules = new Set(visits.flatMap(({ failing }) => failing[category]));
  return [`${category} ${least}: ${[...rules].join(", ")}`];
}
