import { pageLimit } from "../../../web/build/limits.ts";
import { median } from "../measure.ts";
import { tableText } from "../table.ts";
import type { ListDelays } from "./interactions.ts";
import type { PageResult } from "./judge.ts";

/** What `.data/bench-web.json` holds. */
export interface WebReport {
  readonly machine: string;
  readonly browser: string;
  readonly pages: readonly PageResult[];
  readonly interactions: readonly ListDelays[];
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** Kilobytes of 1000 bytes, as they travelled. */
export function bytesTable(pages: readonly PageResult[]): string {
  const head = [
    "page",
    "scripts kB",
    "at most",
    "behind it",
    "styles",
    "fonts",
    "data",
    "requests",
  ];
  const rows = pages.map(({ name, route, bytes: { first, behind, requests } }) => [
    name,
    kilobytes(first.scripts),
    String(pageLimit(route)),
    kilobytes(behind.scripts),
    kilobytes(first.styles),
    kilobytes(first.fonts),
    kilobytes(first.data),
    String(requests),
  ]);
  return tableText(head, rows);
}

/** Medians of the visits; between brackets the least and the most. */
export function lighthouseTable(pages: readonly PageResult[]): string {
  const head = [
    "page",
    "accessibility",
    "best practices",
    "performance",
    "largest paint s",
    "blocked ms",
    "shift",
  ];
  const rows = pages.map(({ name, visits }) => [
    name,
    String(Math.min(...visits.map(({ scores }) => scores.accessibility))),
    String(Math.min(...visits.map(({ scores }) => scores["best-practices"]))),
    spread(visits.map(({ scores }) => scores.performance)),
    spread(
      visits.map(({ paintedMs }) => paintedMs / 1000),
      1,
    ),
    spread(visits.map(({ blockedMs }) => blockedMs)),
    Math.max(...visits.map(({ shift }) => shift)).toFixed(3),
  ]);
  return tableText(head, rows);
}

/** From touch or key to the picture that follows it. */
export function interactionTable(all: readonly ListDelays[]): string {
  const head = ["processor", "rows drawn", "interaction", "times", "median ms", "worst ms"];
  const rows = all.flatMap(({ slowdown, rows: drawn, delays }) => {
    const kinds = Map.groupBy(delays, ({ what }) => what);
    return [...kinds, ["all of these", delays] as const].map(([what, group]) => {
      const figures = group.map(({ ms }) => ms);
      return [
        slowdown === 1 ? "as it is" : `${slowdown} × slower`,
        String(drawn),
        what,
        String(figures.length),
        String(median(figures)),
        String(Math.max(...figures)),
      ];
    });
  });
  return tableText(head, rows);
}

function spread(figures: readonly number[], digits = 0): string {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return `${median(figures).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
