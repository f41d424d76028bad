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
    for (const [name, part] of range.some(Object.entries(parts), 4))
      for (const [deed, work] of Object.entries(deeds))
        await range.tally.attempt("freezing", `${deed}: ${name}`, async () => {
          const [short, long] = [
            timeOf(work, part, longestText / 4),
            timeOf(work, part, longestText),
          ];
          return long > 8 * short + 100
            ? { unlike: `${Math.round(long)} ms for four times what took ${Math.round(short)} ms` }
            : "refused";
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

/** Milliseconds of work, the least of two. */
function timeOf(work: (text: string) => unknown, part: string, length: number): number {
  const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const once = () => {
    const start = process.cpuUsage().user;
    work(text);
    return (process.cpuUsage().user - start) / 1_000;
  };
  return Math.min(once(), once());
}
