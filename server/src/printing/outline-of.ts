import { dayInAmsterdam, type Locale } from "@toetssteen/norms";
import type { ReadableDocument } from "../submission/read-document.ts";
import { normBlocks, passageBlocks } from "./norm-blocks.ts";
import { onlyFilled } from "./only-filled.ts";
import type { Block, Fact, Outline } from "./outline.ts";
import { words, writeDay } from "./words.ts";

/** What is printed: the dossier as it stands, or what was handed in. */
export type Printed =
  | { readonly kind: "self-evaluation"; readonly madeAt: Date }
  | { readonly kind: "submission"; readonly submittedAt: Date; readonly sha256: string };

/**
 * The outline of a document: of one norm, with its title on top; of more, with a table of contents and each on its own page.
 * @param isOnlyFilled whether what nothing was written to is left out, which the document then says
 */
export function outlineOf(
  whole: ReadableDocument,
  printed: Printed,
  locale: Locale,
  isOnlyFilled = false,
): Outline {
  const said = words[locale];
  const document = isOnlyFilled ? onlyFilled(whole) : whole;
  const [norm, ...more] = document.norms;
  const isOne = norm !== undefined && more.length === 0 && whole.norms.length === 1;
  return {
    title: isOne ? norm.title[locale] : said.selfEvaluation,
    subtitle: isOne ? `${said.norm(norm.code)} · ${document.library.name}` : document.library.name,
    library: document.library.name,
    locale,
    contents: isOne ? null : said.contents,
    page: said.page,
    of: said.of,
    at: (printed.kind === "submission" ? printed.submittedAt : printed.madeAt).getTime(),
    facts: [
      { label: said.edition, value: document.edition.title[locale] },
      ...provenance(printed, locale),
      ...(isOnlyFilled ? [{ label: said.extent, value: said.onlyFilled }] : []),
    ],
    blocks: isOne
      ? [...normBlocks(locale, norm, false), ...libraryBlocks(document, locale, 2)]
      : [
          ...libraryBlocks(document, locale, 1),
          ...document.norms.flatMap((one) => normBlocks(locale, one, true)),
        ],
  };
}

function provenance(printed: Printed, locale: Locale): Fact[] {
  const said = words[locale];
  const day = (moment: Date) => writeDay(locale, dayInAmsterdam(moment));
  switch (printed.kind) {
    case "self-evaluation":
      return [{ label: said.madeOn, value: day(printed.madeAt) }];
    case "submission":
      return [
        { label: said.submittedOn, value: day(printed.submittedAt) },
        { label: said.fingerprint, value: printed.sha256 },
      ];
  }
}

/** What holds for every norm. */
function libraryBlocks(document: ReadableDocument, locale: Locale, rank: 1 | 2): Block[] {
  const said = words[locale];
  return [
    { kind: "heading", rank, text: said.aboutLibrary },
    { kind: "facts", facts: libraryFacts(document, locale) },
    ...(document.version === 1 ? [{ kind: "note", text: said.firstShape } as const] : []),
    ...passageBlocks(locale, rank === 1 ? 2 : 3, document.passages, null),
  ];
}

function libraryFacts({ profile, cycle }: ReadableDocument, locale: Locale): Fact[] {
  const said = words[locale];
  const yesOrNo = (holds: boolean) => (holds ? said.yes : said.no);
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(cycle.announcedQuarter ?? "") ?? [];
  const known: [string, string | null][] = [
    [said.vobMember, yesOrNo(profile.vobMember)],
    [said.runsIdo, yesOrNo(profile.runsIdo)],
    [said.locations, profile.locations === null ? null : String(profile.locations)],
    [
      said.certificateExpiresOn,
      cycle.certificateExpiresOn && writeDay(locale, cycle.certificateExpiresOn),
    ],
    [
      said.announcedQuarter,
      year !== undefined && quarter !== undefined ? said.quarter(quarter, year) : null,
    ],
    [said.auditOn, cycle.auditOn && writeDay(locale, cycle.auditOn)],
  ];
  return known.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
