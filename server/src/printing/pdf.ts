import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Outline } from "./outline.ts";
import { pdfTemplate } from "./pdf-template.ts";

const typefaces = [
  "literata/400Regular/Literata_400Regular.ttf",
  "literata/400Regular_Italic/Literata_400Regular_Italic.ttf",
  "literata/600SemiBold/Literata_600SemiBold.ttf",
  "literata/600SemiBold_Italic/Literata_600SemiBold_Italic.ttf",
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf",
];

let opened: Promise<NodeCompiler> | undefined;

/** A tagged PDF by PDF/UA-1. Keeps its thread busy for as long as it takes; see `renderer.ts`. */
export async function renderPdf(outline: Outline): Promise<Uint8Array> {
  const compiler = await (opened ??= openCompiler());
  const data = JSON.stringify(outline);
  const unknown = new Set<string>();
  for (;;) {
    const made = set(compiler, spelledOut(data, unknown), outline.at);
    if (made.bytes) return made.bytes;
    const found = made.undrawn.filter((character) => !unknown.has(character));
    // What the compiler says of it may quote what people wrote, which no log may hold.
    if (found.length === 0) throw new Error("An outline could not be set as PDF.");
    for (const character of found) unknown.add(character);
  }
}

type Made = { readonly bytes: Uint8Array } | { readonly bytes: null; readonly undrawn: string[] };

/** @param at when it was made, in milliseconds since 1970 */
function set(compiler: NodeCompiler, outline: string, at: number): Made {
  try {
    const { result } = compiler.compile({
      mainFileContent: pdfTemplate,
      inputs: { outline },
      resetRead: true,
    });
    if (!result) return { bytes: null, undrawn: [] };
    const options = { pdfStandard: "ua-1", creationTimestamp: Math.floor(at / 1000) };
    return { bytes: compiler.pdf(result, options) };
  } catch (error) {
    return { bytes: null, undrawn: undrawnIn(error instanceof Error ? error.message : "") };
  } finally {
    compiler.evictCache(0);
  }
}

/** The characters that no typeface here has: PDF/UA asks for a picture of each, so the compiler refuses and names them. */
function undrawnIn(complaint: string): string[] {
  return [...complaint.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].flatMap(
    ([, quoted = ""]) =>
      Array.from(quoted.replaceAll(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => fromHex(code))),
  );
}

/** Such a character by its number, so that it is seen that something stands there. */
function spelledOut(data: string, characters: ReadonlySet<string>): string {
  if (characters.size === 0) return data;
  return Array.from(data, (character) =>
    characters.has(character)
      ? `[U+${character.codePointAt(0)?.toString(16).toUpperCase()}]`
      : character,
  ).join("");
}

function fromHex(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}

async function openCompiler(): Promise<NodeCompiler> {
  const [{ NodeCompiler: Compiler }, ...fontBlobs] = await Promise.all([
    import("@myriaddreamin/typst-ts-node-compiler"),
    ...typefaces.map((file) =>
      readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`)),
    ),
  ]);
  return Compiler.create({ fontArgs: [{ fontBlobs }] });
}
