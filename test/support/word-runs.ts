import { hash } from "node:crypto";

/** Words in a row that make a quotation; shorter runs are how a subject is talked about. */
export const runLength = 8;
const digestLength = 12;

/** Every run of eight words of a text. Case, accents, punctuation and line breaks make no difference. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  const joined = words.join(" ");
  const runs: string[] = [];
  let start = 0;
  let end = words.slice(0, runLength - 1).reduce((length, word) => length + word.length + 1, -1);
  for (let last = runLength - 1; last < words.length; last += 1) {
    end += 1 + (words[last]?.length ?? 0);
    runs.push(joined.slice(start, end));
    start += 1 + (words[last - runLength + 1]?.length ?? 0);
  }
  return runs;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}|\u00ad/gu, "");
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What a source file says, read in the ways in which a text can stand in it: with escapes as the characters they are,
 * and the same without what is between angle brackets, as a page shows it.
 */
export function readings(source: string): string[] {
  const decoded = source
    .replaceAll(/\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ffff)),
    )
    .replaceAll(/\\[nrt]/g, " ")
    .replaceAll(/&(?:nbsp|shy|#\d+|#x[0-9a-f]+);/gi, " ");
  const shown = decoded.replaceAll(/<[^<>]*>/g, " ");
  return shown === decoded ? [decoded] : [decoded, shown];
}

/** Digests of runs with the salt they were made with: they recognise a text that isn't ours to keep here. */
export interface Fingerprint {
  readonly salt: string;
  readonly digests: ReadonlySet<string>;
}

/** Makes a fingerprint of a printed text, whose words may be broken at the end of a line. */
export function fingerprintOf(text: string, salt: string): Fingerprint {
  const mended = text.replaceAll(/(\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})/gu, "$1");
  const runs = [...runsOf(text), ...runsOf(mended)];
  return { salt, digests: new Set(runs.map((run) => digest(run, salt))) };
}

/** The runs of a source file that are in the fingerprinted text. */
export function quotedIn(source: string, { salt, digests }: Fingerprint): string[] {
  const runs = new Set(readings(source).flatMap(runsOf));
  return [...runs].filter((run) => digests.has(digest(run, salt)));
}

/** A salt on the first line, then a digest a line. */
export function printFingerprint({ salt, digests }: Fingerprint): string {
  return `${[salt, ...[...digests].toSorted()].join("\n")}\n`;
}

export function parseFingerprint(text: string): Fingerprint {
  const [salt = "", ...digests] = text.trimEnd().split("\n");
  return { salt, digests: new Set(digests) };
}

function digest(run: string, salt: string): string {
  return hash("sha256", `${salt} ${run}`).slice(0, digestLength);
}
