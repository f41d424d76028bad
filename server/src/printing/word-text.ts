import { foldText, type TextFold, type TextTree } from "@toetssteen/text";
import {
  ExternalHyperlink,
  LevelFormat,
  Paragraph,
  TextRun,
  type FileChild,
  type ILevelsOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from "docx";

export const languages = { nl: "nl-NL", en: "en-GB" } as const;

/** How far an item stands in from what it belongs to, in twentieths of a point. */
const indent = 360;
const bullets = ["•", "–", "·"];

/** What libraries wrote, as Word has it; each list is numbered by itself, which Word wants to know beforehand. */
export interface Writing {
  readonly numbering: { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[];
  paragraphsOf(tree: TextTree): FileChild[];
}

/** Where a paragraph stands: how many lists deep, and the list that it is an item of. */
interface Place {
  readonly depth: number;
  readonly list: string | null;
}

type Format = Pick<IRunOptions, "bold" | "italics" | "style">;
type Put = (place: Place) => FileChild[];
type Write = (format: Format) => ParagraphChild[];

/** To be asked for each document: it gathers the lists. */
export function writeTexts(): Writing {
  const numbering: Writing["numbering"] = [];
  const fold: TextFold<Put, Write> = {
    paragraph:
      ({ runs }) =>
      (place) => [
        new Paragraph({
          children: runs.flatMap((write) => write({})),
          ...placed(place),
        }),
      ],
    list({ isOrdered, start, items }) {
      return ({ depth, list }) => {
        const reference = `list-${numbering.length}`;
        numbering.push({ reference, levels: [levelOf(depth, isOrdered, start)] });
        const first = { depth: depth + 1, list: reference };
        return [
          // The item that it stands in has nothing before it, and would have no number.
          ...(list === null ? [] : [new Paragraph(placed({ depth, list }))]),
          ...items.flatMap(([put, ...more]) => [
            ...(put?.(first) ?? [new Paragraph(placed(first))]),
            ...more.flatMap((other) => other({ ...first, list: null })),
          ]),
        ];
      };
    },
    words:
      ({ words }) =>
      (format) => [run({ ...format, text: words })],
    break: () => (format) => [run({ ...format, break: 1 })],
    strong:
      ({ runs }) =>
      (format) =>
        runs.flatMap((write) => write({ ...format, bold: true })),
    emphasis:
      ({ runs }) =>
      (format) =>
        runs.flatMap((write) => write({ ...format, italics: true })),
    link:
      ({ address, runs }) =>
      (format) => [
        linked(
          address,
          runs.flatMap((write) => write({ ...format, style: "Hyperlink" })),
        ),
      ],
  };
  return {
    numbering,
    paragraphsOf: (tree) => foldText(tree, fold).flatMap((put) => put({ depth: 0, list: null })),
  };
}

/** A link that opens; none within another, which Word hasn't. */
export function linked(address: string, children: readonly ParagraphChild[]): ParagraphChild {
  return new ExternalHyperlink({ link: address, children: [...children] });
}

/** What the library wrote is in Dutch, whatever language is around it. */
function run(options: IRunOptions): TextRun {
  return new TextRun({ ...options, language: { value: languages.nl } });
}

function placed({ depth, list }: Place): IParagraphOptions {
  if (list !== null) return { numbering: { reference: list, level: depth - 1 } };
  return depth === 0 ? {} : { indent: { left: depth * indent } };
}

function levelOf(depth: number, isOrdered: boolean, start: number): ILevelsOptions {
  return {
    level: depth,
    start,
    format: isOrdered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isOrdered ? `%${depth + 1}.` : (bullets[depth % bullets.length] ?? "•"),
    style: { paragraph: { indent: { left: (depth + 1) * indent, hanging: indent } } },
  };
}
