import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { families, set } from "./typst.ts";

/** Each by itself, in both typefaces, as a document has it. */
const trial = String.raw`
${families}
#set document(title: "-")
#for it in json(bytes(sys.inputs.data)) {
  par(text(font: reading, it))
  par(text(font: plain, it))
}
`;

/** So many are tried at once. */
const mostAtOnce = 1_000;
/** So many are tried one by one, when what the compiler says could be about each of them. */
const mostOneByOne = 60;

/** Which of these characters no typeface here has a picture of: asked of the compiler, for a machine may have typefaces of its own. */
export function findUndrawn(compiler: NodeCompiler, characters: readonly string[]): string[] {
  const undrawn: string[] = [];
  for (let from = 0; from < characters.length; from += mostAtOnce)
    undrawn.push(...undrawnOf(compiler, characters.slice(from, from + mostAtOnce)));
  return undrawn;
}

function undrawnOf(compiler: NodeCompiler, characters: readonly string[]): readonly string[] {
  const made = set(compiler, trial, characters, 0);
  if (made.bytes) return [];
  if (characters.length === 1) return characters;
  const suspects = characters.filter((character) => holdsOneOf(character, made.complained));
  // A complaint that names nothing that stands there: whatever it is about is in one of the halves.
  if (suspects.length === 0) {
    const half = Math.ceil(characters.length / 2);
    return [characters.slice(0, half), characters.slice(half)].flatMap((some) =>
      undrawnOf(compiler, some),
    );
  }
  // "1" is complained of where it is part of a sign that can't be drawn, and is fine with an accent.
  if (suspects.length > mostOneByOne) return suspects;
  return suspects.filter((suspect) => !set(compiler, trial, [suspect], 0).bytes);
}

/** Whether a character is made of one of these, among others. */
export function holdsOneOf(character: string, parts: ReadonlySet<string>): boolean {
  return Array.from(character).some((part) => parts.has(part));
}
