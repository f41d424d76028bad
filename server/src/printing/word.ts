import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IRunOptions,
} from "docx";
import {
  levelOf,
  type Block,
  type Fact,
  type Outline,
  type Table as TableBlock,
} from "./outline.ts";
import { textWidth, wordStyles } from "./word-styles.ts";

const languages = { nl: "nl-NL", en: "en-GB" } as const;
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** A Word document with real headings and its language. Keeps its thread busy for as long as it takes. */
export async function renderWord(outline: Outline): Promise<Uint8Array> {
  const { title, subtitle, library, locale, contents, facts, blocks } = outline;
  const document = new Document({
    title: `${title} · ${library}`,
    creator: library,
    lastModifiedBy: library,
    styles: wordStyles(languages[locale]),
    sections: [
      {
        footers: { default: footerOf(outline) },
        children: [
          new Paragraph({
            style: "Subtitle",
            text: subtitle,
            ...(contents !== null && { spacing: { before: 150 * 20 } }),
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          ...factParagraphs(facts),
          ...(contents === null ? [] : contentsOf(contents)),
          ...blocks.flatMap((block) => paragraphsOf(outline, block)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footerOf({ library, title, page, of }: Outline): Footer {
  const children = [
    `${library} · ${title}\t${page} `,
    PageNumber.CURRENT,
    ` ${of} `,
    PageNumber.TOTAL_PAGES,
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  return new Footer({
    children: [new Paragraph({ style: "Footer", tabStops, children: [new TextRun({ children })] })],
  });
}

function contentsOf(title: string): FileChild[] {
  return [
    new Paragraph({ style: "ContentsTitle", text: title, pageBreakBefore: true }),
    // Filled in here, so Word need not ask whether it may.
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: "1-1",
      // Only Word knows on which page something stands.
      pageNumbersEntryLevelsRange: "1-1",
      beginDirty: false,
    }),
  ];
}

function paragraphsOf(outline: Outline, block: Block): FileChild[] {
  switch (block.kind) {
    case "heading": {
      const { rank, number, text, isBox } = block;
      return [
        new Paragraph({
          heading: headings[levelOf(outline, rank) - 1] ?? HeadingLevel.HEADING_4,
          pageBreakBefore: rank === 1,
          keepNext: true,
          children: [
            new TextRun({
              text: number === undefined ? text : `${number} ${text}`,
              ...(isBox && { style: "BoxName" }),
            }),
          ],
        }),
      ];
    }
    case "lead":
      return [new Paragraph({ style: "Lead", text: block.text, keepNext: true })];
    case "note":
      return [new Paragraph({ style: "Note", text: block.text })];
    case "answer":
      return [new Paragraph({ style: "Answer", text: block.text, keepNext: true })];
    case "text":
      return block.paragraphs.map(
        (lines) =>
          new Paragraph({ children: lines.map((line, index) => written(line, index > 0)) }),
      );
    case "facts":
      return factParagraphs(block.facts);
    case "table":
      return [tableOf(block)];
  }
}

/** What the library wrote: in Dutch, whatever language is around it. */
function written(text: string, isNextLine: boolean): TextRun {
  const options: IRunOptions = { text, language: { value: languages.nl } };
  return new TextRun(isNextLine ? { ...options, break: 1 } : options);
}

function factParagraphs(facts: readonly Fact[]): Paragraph[] {
  return facts.map(
    ({ label, value }) =>
      new Paragraph({
        style: "Fact",
        children: [new TextRun({ text: `${label}: ` }), new TextRun({ text: value, bold: true })],
      }),
  );
}

function tableOf({ columns, rows }: TableBlock): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "ddd4c3" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / shares));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, place) =>
          new TableCell({
            width: { size: widths[place] ?? 0, type: WidthType.DXA },
            margins: { right: 120 },
            children: [
              new Paragraph({
                style: "Cell",
                alignment: AlignmentType.START,
                children: [new TextRun({ text, bold: isHead })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      row(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}
