import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { charactersOf, isCertain, isLong, legible, spelledOut, withoutUnseen } from "./legible.ts";
import type { Outline } from "./outline.ts";
import { pdfTemplate } from "./pdf-template.ts";
import { sheetOf, withTexts, type Sheet } from "./sheet.ts";
import { isTooLarge, TooLarge } from "./size.ts";
import { openCompiler, set } from "./typst.ts";
import { findUndrawn, holdsOneOf } from "./undrawn.ts";

let opened: Promise<NodeCompiler> | undefined;

/**
 * A tagged PDF by PDF/UA-1, whatever stands in it: a character of which no typeface has a picture is spelled out where it
 * stands, and nothing else changes. Keeps its thread busy for as long as it takes; see `renderer.ts`.
 */
export async function renderPdf(outline: Outline): Promise<Uint8Array> {
  const compiler = await (opened ??= openCompiler());
  const sheet = withTexts(sheetOf(outline), (text) => withoutUnseen(legible(text)));
  const doubtful = doubtfulIn(sheet);
  const undrawn = new Set(findUndrawn(compiler, doubtful));
  // What can be drawn by itself may not be beside others. Then what is complained of goes, at last whatever could be it.
  const blame = [holdsOneOf, holdsOneOf, () => true];
  for (let round = 0; round <= blame.length; round += 1) {
    const spelled = withTexts(sheet, (text) => spelledOut(text, (one) => !undrawn.has(one)));
    // A character that is spelled out takes nine times as much.
    if (isTooLarge(spelled)) throw new TooLarge();
    const made = set(compiler, pdfTemplate, spelled, outline.at);
    if (made.bytes) return made.bytes;
    for (const one of doubtful) if (blame[round]?.(one, made.complained)) undrawn.add(one);
  }
  throw new Error("An outline could not be set as PDF.");
}

/** Each character that may lack a picture, once. */
function doubtfulIn(sheet: Sheet): string[] {
  const found = new Set<string>();
  withTexts(sheet, (text) => {
    for (const one of charactersOf(text)) if (!isCertain(one) && !isLong(one)) found.add(one);
    return text;
  });
  return [...found];
}
