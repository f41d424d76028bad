import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const typefaces = [
  "literata/400Regular/Literata_400Regular.ttf",
  "literata/400Regular_Italic/Literata_400Regular_Italic.ttf",
  "literata/600SemiBold/Literata_600SemiBold.ttf",
  "literata/600SemiBold_Italic/Literata_600SemiBold_Italic.ttf",
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

/** By the names that Typst knows them by: for what is read, and for what stands around it. */
export const families = String.raw`
#let reading = ("Literata", "Libertinus Serif")
#let plain = ("Atkinson Hyperlegible Next", "Literata")
// Named, for what has to be looked for takes long, and signs that are joined are torn apart on the way.
#let emoji = regex("(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}--©®™]|[0-9#*]\u{FE0F}?\u{20E3})[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{FE0F}\u{200D}\u{E0020}-\u{E007F}]*")
#show emoji: set text(font: "Noto Emoji")
// A letter that has its accents beside it, in a typeface that nothing else is set in: software that reads a document takes
// the two for that letter, wherever it stands in the same typeface.
#show regex("[\p{Latin}\p{Greek}\p{Cyrillic}\p{N}\p{P}\p{S} ][\u{0300}-\u{036F}]+"): set text(font: "Libertinus Serif")
`;

export type Made =
  | { readonly bytes: Uint8Array }
  /** The characters that it can't be made with: PDF/UA asks for a picture of each, so the compiler refuses and names them. */
  | { readonly bytes: null; readonly complained: ReadonlySet<string> };

/** Sets a document by PDF/UA-1. @param at when it was made, in milliseconds since 1970 */
export function set(compiler: NodeCompiler, template: string, data: unknown, at: number): Made {
  try {
    const { result } = compiler.compile({
      mainFileContent: template,
      inputs: { data: JSON.stringify(data) },
      resetRead: true,
    });
    if (!result) return { bytes: null, complained: new Set() };
    const options = { pdfStandard: "ua-1", creationTimestamp: Math.floor(at / 1000) };
    return { bytes: compiler.pdf(result, options) };
  } catch (error) {
    // What the compiler says of it may quote what people wrote, which no log may hold.
    return { bytes: null, complained: complainedOf(error instanceof Error ? error.message : "") };
  } finally {
    compiler.evictCache(0);
  }
}

/** Within quotes of quotes. */
const complaints =
  /the text (?:`\\*"(.+?)\\*"` could not be displayed|contains the disallowed codepoint `\\*"(.+?)\\*"`)/gu;

function complainedOf(message: string): Set<string> {
  return new Set(
    [...message.matchAll(complaints)].flatMap(([, undrawn, disallowed]) =>
      Array.from(
        (undrawn ?? disallowed ?? "").replaceAll(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        ),
      ),
    ),
  );
}

export async function openCompiler(): Promise<NodeCompiler> {
  const [{ NodeCompiler: Compiler }, ...fontBlobs] = await Promise.all([
    import("@myriaddreamin/typst-ts-node-compiler"),
    ...typefaces.map((file) =>
      readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`)),
    ),
  ]);
  return Compiler.create({ fontArgs: [{ fontBlobs }] });
}
