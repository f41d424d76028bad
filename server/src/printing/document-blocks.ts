import { wholeYears, type Locale } from "@toetssteen/norms";
import type { FrozenEvidence } from "../submission/document.ts";
import type { Block, Rank } from "./outline.ts";
import { words, writeDay } from "./words.ts";

/** The documents beside a part; a file is named, for paper opens nothing. */
export function documentBlocks(
  locale: Locale,
  rank: Rank,
  evidence: readonly FrozenEvidence[],
): Block[] {
  if (evidence.length === 0) return [];
  const said = words[locale];
  return [
    { kind: "heading", rank, text: said.documents, isBox: true },
    {
      kind: "table",
      head: [said.document, said.about, said.place, said.files],
      rows: evidence.map((one) => [
        one.title,
        periodOf(locale, one),
        [one.slot?.label[locale] ?? "", one.page].filter((text) => text !== "").join(": ") || "–",
        one.url ?? (one.files.map(({ name }) => name).join(", ") || "–"),
      ]),
    },
  ];
}

function periodOf(locale: Locale, { aboutFrom, aboutTo }: FrozenEvidence): string {
  const said = words[locale];
  const years = wholeYears(aboutFrom, aboutTo);
  if (years !== null) return years;
  const [from, until] = [aboutFrom, aboutTo].map((day) => day && writeDay(locale, day));
  if (from && until) return aboutFrom === aboutTo ? from : said.period(from, until);
  if (from) return said.since(from);
  return until ? said.until(until) : "–";
}
