import { longestFileName } from "@toetssteen/contract";
import type { FilePreview } from "../graphql/enums.ts";

const office = "application/vnd.openxmlformats-officedocument";
const oasis = "application/vnd.oasis.opendocument";

/** Types that are taken, with the endings that fit a name; the first is put behind a name that has another. */
const taken: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  [`${office}.wordprocessingml.document`]: ["docx"],
  [`${office}.spreadsheetml.sheet`]: ["xlsx"],
  [`${office}.presentationml.presentation`]: ["pptx"],
  [`${office}.presentationml.slideshow`]: ["ppsx"],
  [`${oasis}.text`]: ["odt"],
  [`${oasis}.spreadsheet`]: ["ods"],
  [`${oasis}.presentation`]: ["odp"],
  "application/rtf": ["rtf"],
  // Office before 2007, mail that Outlook kept, and newer documents with a password.
  "application/x-cfb": ["doc", "xls", "ppt", "msg", "docx", "xlsx", "pptx"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/avif": ["avif"],
  "image/heic": ["heic", "heif"],
  "image/tiff": ["tif", "tiff"],
  "text/plain": ["txt", "csv", "tsv", "md", "eml", "ics", "log"],
};

/** Images that every browser shows and that can't hold a script. */
const shownImages = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** Every ending that a file that is taken can have. */
export const takenEndings: ReadonlySet<string> = new Set(Object.values(taken).flat());

export function isTaken(mediaType: string): boolean {
  return Object.hasOwn(taken, mediaType);
}

/** How a page can show a file; null where it can only be kept. */
export function previewOf(mediaType: string): FilePreview | null {
  if (mediaType === "application/pdf") return "pdf";
  if (shownImages.has(mediaType)) return "image";
  return mediaType.startsWith("text/plain") ? "text" : null;
}

/**
 * A name with an ending that fits the type, so that what it is called can't make another program open it. Kept so when the
 * bytes came, and then found by it.
 */
export function nameOfType(name: string, mediaType: string): string {
  const endings = taken[mediaType.split(";")[0] ?? ""] ?? [];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (endings.includes(ending)) return name;
  const added = `.${endings[0] ?? "bin"}`;
  const room = longestFileName - added.length;
  return `${name
    .slice(0, room)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}${added}`;
}
