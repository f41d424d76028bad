import { convertMillimetersToTwip, LineRuleType, type IStylesOptions } from "docx";

/** Between the margins of an A4, in twentieths of a point. */
export const textWidth = convertMillimetersToTwip(210 - 2 * 25.4);

const ink = "211c15";
const soft = "655c4e";
// Typefaces that machines with Word have.
const reading = "Georgia";
const plain = "Verdana";

/** @param line height of a line, as a multiple of that of its letters */
const after = (points: number, before = 0, line = 1.25) => ({
  before: before * 20,
  after: points * 20,
  line: line * 240,
  lineRule: LineRuleType.AUTO,
});

/** The looks of a document, by the names under which Word lists them. @param language such as nl-NL */
export function wordStyles(language: string): IStylesOptions {
  const heading = (size: number, spacing: ReturnType<typeof after>) => ({
    run: { font: reading, size: size * 2, bold: true, color: ink },
    paragraph: { spacing, keepNext: true },
  });
  const style = (
    id: string,
    name: string,
    size: number,
    more: { italics?: boolean; bold?: boolean; color?: string; font?: string },
    spacing: ReturnType<typeof after>,
  ) => ({
    id,
    name,
    basedOn: "Normal",
    run: { font: plain, size: size * 2, ...more },
    paragraph: { spacing },
  });
  return {
    default: {
      document: {
        run: { font: reading, size: 21, color: ink, language: { value: language } },
        paragraph: { spacing: after(7) },
      },
      title: heading(26, after(8, 0, 1.1)),
      heading1: heading(20, after(8, 0, 1.1)),
      heading2: heading(15, after(6, 18, 1.1)),
      heading3: heading(12, after(4, 12, 1.1)),
      heading4: heading(11, after(2, 10, 1.1)),
    },
    paragraphStyles: [
      style("Subtitle", "Subtitle", 10, { color: soft }, after(4)),
      style("ContentsTitle", "TOC Heading", 20, { font: reading, bold: true }, after(8)),
      style("TOC1", "toc 1", 11, { font: reading }, after(6)),
      style("Lead", "Lead", 10.5, { font: reading, italics: true }, after(6)),
      style("Note", "Note", 8.5, { color: soft }, after(6)),
      style("Answer", "Answer", 10, { bold: true }, after(4)),
      style("Fact", "Fact", 9, { color: soft }, after(2)),
      style("Cell", "Cell", 9, {}, after(3, 3)),
      style("Footer", "footer", 8.5, { color: soft }, after(0)),
    ],
    characterStyles: [
      { id: "BoxName", name: "Box name", run: { font: plain, size: 19, bold: true, color: soft } },
    ],
  };
}
