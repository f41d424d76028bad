import { cpus, totalmem } from "node:os";
import type { Result, Round } from "./measure.ts";
import type { Ratio } from "./ratios.ts";
import { tableText } from "./table.ts";

/** What `.data/bench.json` holds. */
export interface Report {
  readonly machine: string;
  readonly results: readonly Result[];
  readonly ratios: readonly Ratio[];
  /** Of an answer, by operation and contender. */
  readonly bytes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** From the start of a process to its first answer, by contender. */
  readonly startedInMs: Readonly<Record<string, number>>;
  /** By number of libraries. */
  readonly databaseMb: Readonly<Record<string, number>>;
}

export function machineOf(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, ${process.platform}`;
}

const columns: readonly (readonly [name: string, of: (round: Round) => number, digits: number])[] =
  [
    ["requests/s", (round) => round.requestsPerSecond, 0],
    ["p50 ms", (round) => round.p50Ms, 1],
    ["p99 ms", (round) => round.p99Ms, 1],
    ["server CPU ms", (round) => round.serverCpuMs, 2],
    ["database CPU ms", (round) => round.databaseCpuMs, 2],
  ];

/** A table for people: the median of the rounds, and between brackets the least and the most. */
export function tableOf(results: readonly Result[]): string {
  const head = ["operation", "contender", "libraries", ...columns.map(([name]) => name), "peak MB"];
  const lines = results.map((result) => [
    result.operation,
    result.contender,
    String(result.libraries),
    ...columns.map(([, of, digits]) => {
      const all = result.rounds.map(of);
      const [least, most] = [Math.min(...all), Math.max(...all)].map((one) => one.toFixed(digits));
      return `${of(result).toFixed(digits)} (${least}–${most})`;
    }),
    result.peakMemoryMb.toFixed(0),
  ]);
  return tableText(head, lines);
}

export function ratioLines(ratios: readonly Ratio[]): string {
  return ratios
    .map(
      ({ what, value, bound, side, isReached }) =>
        `${isReached ? "reached" : "MISSED "}  ${value.toFixed(2)} (${side} ${bound})  ${what}`,
    )
    .join("\n");
}
