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
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IRunOptions,
} from "docx";
import { levelOf, type Block, type Fact, type Outline } from "./outline.ts";
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
      return [tableOf(block.head, block.rows)];
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

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "ddd4c3" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
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
    columnWidths: [textWidth / 2, textWidth / 4, textWidth / 4],
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
