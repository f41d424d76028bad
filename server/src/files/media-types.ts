import { endingOf, fileKinds, longestFileName, type FileKind } from "@toetssteen/contract";
import type { FilePreview } from "../evidence/evidence.enums.ts";

const kinds = new Map<string, FileKind>(fileKinds.map((kind) => [kind.mediaType, kind]));

/** The kind of a type that may say its character set. */
function kindOf(mediaType: string): FileKind | undefined {
  return kinds.get(mediaType.split(";")[0] ?? "");
}

export function isTaken(mediaType: string): boolean {
  return kinds.has(mediaType);
}

/** How a page can show a file; null where it can only be kept. */
export function previewOf(mediaType: string): FilePreview | null {
  return kindOf(mediaType)?.shown ?? null;
}

/**
 * A name with an ending that fits the type, so that what it is called can't make another program open it. Kept so when the
 * bytes came, and then found by it.
 */
export function nameOfType(name: string, mediaType: string): string {
  const endings = kindOf(mediaType)?.endings ?? [];
  if (endings.includes(endingOf(name))) return name;
  const added = `.${endings[0] ?? "bin"}`;
  const room = longestFileName - added.length;
  return `${name
    .slice(0, room)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}${added}`;
}
