import { longestText } from "@toetssteen/contract";
import { parseText } from "@toetssteen/text";
import { compareTexts } from "@toetssteen/text/compare";
import { merge3 } from "@toetssteen/text/merge";
import type { Area } from "../range.ts";

/**
 * Texts that would keep the page of whoever reads them, compares them or writes beside them waiting. A page does this work
 * on the thread that draws it, so what is looked at is how the work grows with the text.
 */
export const freezing: Area = {
  name: "freezing",
  async run(range) {
    // How long something takes is no test: what else the machine does, would decide.
    if (range.size === "small") return;
    for (const [name, part] of Object.entries(parts))
      for (const [deed, work] of Object.entries(deeds))
        await range.tally.attempt("freezing", `${deed}: ${name}`, () => {
          const [quarters, whole] = timesOf(work, part);
          return Promise.resolve(
            isSlower(whole, quarters)
              ? {
                  unlike: `${Math.round(whole)} ms for what in four parts took ${Math.round(quarters)} ms`,
                }
              : "refused",
          );
        });
  },
};

/** What is repeated to the longest text that can be kept. */
const parts: Readonly<Record<string, string>> = {
  "stars before letters": "*a",
  "stars, ends of lines and low lines": "*\n_",
  "addresses after low lines": "_www.",
  "words and stars": "**a*b ",
  brackets: "[a](",
  items: "- *a*\n",
  letters: "a b ",
  "signs and letters": "a.",
  spaces: "a            ",
};

/** The same pieces in another order, the same each time. */
function mixed(text: string, seed: number): string {
  const pieces = text.match(/\S+\s*|\s+/g) ?? [];
  let state = seed;
  for (let at = pieces.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    [pieces[at], pieces[other]] = [pieces[other] ?? "", pieces[at] ?? ""];
  }
  return pieces.join("");
}

const deeds: Readonly<Record<string, (text: string) => unknown>> = {
  reading: parseText,
  comparing: (text) => compareTexts(parseText(mixed(text, 1)), parseText(mixed(text, 2))),
  merging: (text) => merge3(text, mixed(text, 1), mixed(text, 2)),
};

/** Rounds in which it is measured again. */
const most = 5;

/** Work that grows with the text takes as long for four quarters as for the whole. */
const isSlower = (whole: number, quarters: number) => whole > 2 * quarters + 100;

/**
 * Milliseconds for four texts of a quarter of the longest, and for the longest. The same letters are read and as much is
 * allocated in both, so what the process does beside it weighs alike; where it didn't, they are measured again.
 */
function timesOf(work: (text: string) => unknown, part: string): [quarters: number, whole: number] {
  const [quarter, all] = [repeatTo(longestText / 4, part), repeatTo(longestText, part)];
  const timeOf = (texts: readonly string[]) => {
    const start = process.cpuUsage().user;
    for (const text of texts) work(text);
    return (process.cpuUsage().user - start) / 1_000;
  };
  const measure = (): [number, number] => [
    timeOf([quarter, quarter, quarter, quarter]),
    timeOf([all]),
  ];
  let [quarters, whole] = measure();
  for (let round = 1; round < most && isSlower(whole, quarters); round += 1)
    [quarters, whole] = measure();
  return [quarters, whole];
}

function repeatTo(length: number, part: string): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}
