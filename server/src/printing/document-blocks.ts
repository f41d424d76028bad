import { wholeYears, type Locale } from "@toetssteen/norms";
import { safeAddress } from "@toetssteen/text/address";
import type { FrozenEvidence } from "../submission/document.ts";
import { tableOf, type Block, type Cell, type Rank } from "./outline.ts";
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
    tableOf(evidence, [
      { head: said.document, share: 4, cell: ({ title }) => title },
      { head: said.about, share: 3, cell: (one) => periodOf(locale, one) },
      { head: said.place, share: 4, cell: (one) => placeOf(locale, one) },
      {
        head: said.files,
        share: 4,
        cell: ({ url, files }) =>
          url === null ? files.map(({ name }) => name).join(", ") || "–" : linkTo(url),
      },
    ]),
  ];
}

/** A link that can be opened, where the address is of a kind that may. */
function linkTo(url: string): Cell {
  const address = safeAddress(url);
  return address === null ? url : { text: url, address };
}

function placeOf(locale: Locale, { slot, page }: FrozenEvidence): string {
  return [slot?.label[locale] ?? "", page].filter((text) => text !== "").join(": ") || "–";
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
