/** `bench texts`: how the time that the worst texts take grows with their length, beside themselves in quarters. */
import { longestText } from "@toetssteen/contract";
import { parseText } from "@toetssteen/text";
import { merge3 } from "@toetssteen/text/merge";
import { tableText } from "../table.ts";
import { hostile, made, unlike } from "./hostile.ts";

/** Of the processor: a machine that is busy with something else takes any other. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** In step with the length is 1; the square of it is 4. */
const linear = 2;
const square = 5;

interface Trial {
  readonly what: string;
  readonly most: number;
  readonly work: (length: number) => () => unknown;
}

const trials: readonly Trial[] = [
  ...hostile.map(([kind, part]) => ({
    what: `reading ${kind}`,
    most: linear,
    work: (length: number) => {
      const text = made(part, length);
      return () => parseText(text);
    },
  })),
  ...unlike.map(([kind, one, other]) => ({
    what: `merging ${kind}`,
    most: square,
    work: (length: number) => {
      const [base, theirs, mine] = [one, other, one + other].map((part) => made(part, length));
      return () => merge3(base ?? "", theirs ?? "", mine ?? "");
    },
  })),
  ...unlike.map(([kind, one]) => ({
    what: `merging ${kind} among others`,
    most: square,
    work: (length: number) => {
      const mixed = (part: string, turn: number) =>
        made((n) => ((n * n + turn) % 7 < 3 ? part : "c "), length);
      const [base, theirs, mine] = [mixed(one, 0), mixed(one, 1), mixed(one, 3)];
      return () => merge3(base, theirs, mine);
    },
  })),
];

const rounds = 5;
const rows = trials.map(({ what, most, work }) => {
  const [whole, quarter] = [work(longestText), work(longestText / 4)];
  const quarters = () => Array.from({ length: 4 }, quarter);
  const [long, short]: [number[], number[]] = [[], []];
  // The least of each: whatever else the machine does, makes only slower. The first round of both warms up.
  for (let round = 0; round <= rounds; round += 1) {
    short.push(millisecondsOf(quarters));
    long.push(millisecondsOf(whole));
  }
  const [took, peer] = [Math.min(...long.slice(1)), Math.min(...short.slice(1))];
  // Of less than some milliseconds nothing can be said.
  return { what, took, peer, ratio: took / Math.max(peer, 5), most };
});

console.log(
  tableText(
    ["what", "ms", "in quarters ms", "ratio", "at most"],
    rows.map(({ what, took, peer, ratio, most }) => [
      what,
      took.toFixed(1),
      peer.toFixed(1),
      ratio.toFixed(2),
      String(most),
    ]),
  ),
);
const missed = rows.filter(({ ratio, most }) => ratio > most);
console.log(`\ntexts ${rows.length}, ratios reached ${rows.length - missed.length}`);
if (missed.length > 0) process.exitCode = 1;
