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
  type ParagraphChild,
} from "docx";
import { legible } from "./legible.ts";
import {
  levelOf,
  type Cell,
  type Fact,
  type Outline,
  type Table as TableBlock,
} from "./outline.ts";
import { sheetOf, withTexts, type Sheet, type SheetBlock } from "./sheet.ts";
import { textWidth, wordStyles } from "./word-styles.ts";
import { languages, linked, writeTexts, type Writing } from "./word-text.ts";

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** A Word document with real headings and its language. Keeps its thread busy for as long as it takes. */
export async function renderWord(outline: Outline): Promise<Uint8Array> {
  const sheet = withTexts(sheetOf(outline), legible);
  const { title, subtitle, library, locale, contents, facts, blocks } = sheet;
  const writing = writeTexts();
  const body = blocks.flatMap((block) => paragraphsOf(sheet, block, writing));
  const document = new Document({
    title: `${title} · ${library}`,
    creator: library,
    lastModifiedBy: library,
    styles: wordStyles(languages[locale]),
    numbering: { config: writing.numbering },
    sections: [
      {
        footers: { default: footerOf(sheet) },
        children: [
          new Paragraph({
            style: "Subtitle",
            text: subtitle,
            ...(contents !== null && { spacing: { before: 150 * 20 } }),
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          ...factParagraphs(facts),
          ...(contents === null ? [] : contentsOf(contents)),
          ...body,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footerOf({ library, title, page, of }: Sheet): Footer {
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

function paragraphsOf(sheet: Sheet, block: SheetBlock, writing: Writing): FileChild[] {
  switch (block.kind) {
    case "heading": {
      const { rank, number, text, isBox } = block;
      return [
        new Paragraph({
          heading: headings[levelOf(sheet, rank) - 1] ?? HeadingLevel.HEADING_4,
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
      return writing.paragraphsOf(block.tree);
    case "facts":
      return factParagraphs(block.facts);
    case "table":
      return [tableOf(block)];
  }
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
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, place) =>
          new TableCell({
            width: { size: widths[place] ?? 0, type: WidthType.DXA },
            margins: { right: 120 },
            children: [
              new Paragraph({
                style: "Cell",
                alignment: AlignmentType.START,
                children: [cellRun(cell, isHead)],
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

function cellRun(cell: Cell, isHead: boolean): ParagraphChild {
  if (typeof cell === "string") return new TextRun({ text: cell, bold: isHead });
  return linked(cell.address, [new TextRun({ text: cell.text, style: "Hyperlink" })]);
}
