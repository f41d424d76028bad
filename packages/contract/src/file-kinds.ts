/** A kind of file that is taken. */
export interface FileKind {
  /** As the content says, without a character set. */
  readonly mediaType: string;
  /** Endings that fit a name; the first is put behind a name that has another. */
  readonly endings: readonly string[];
  /** How a page shows it: only what every browser does and that can't hold a script. */
  readonly shown: "pdf" | "image" | "text" | null;
}

const office = "application/vnd.openxmlformats-officedocument";
const oasis = "application/vnd.oasis.opendocument";

/** What is taken; pages, the server and what they say of it all read this. */
export const fileKinds: readonly FileKind[] = [
  { mediaType: "application/pdf", endings: ["pdf"], shown: "pdf" },
  { mediaType: `${office}.wordprocessingml.document`, endings: ["docx"], shown: null },
  { mediaType: `${office}.spreadsheetml.sheet`, endings: ["xlsx"], shown: null },
  { mediaType: `${office}.presentationml.presentation`, endings: ["pptx"], shown: null },
  { mediaType: `${office}.presentationml.slideshow`, endings: ["ppsx"], shown: null },
  { mediaType: `${oasis}.text`, endings: ["odt"], shown: null },
  { mediaType: `${oasis}.spreadsheet`, endings: ["ods"], shown: null },
  { mediaType: `${oasis}.presentation`, endings: ["odp"], shown: null },
  { mediaType: "application/rtf", endings: ["rtf"], shown: null },
  // Office before 2007, with Publisher, Project and Visio, which keep that form; mail that Outlook kept; and newer documents
  // with a password.
  {
    mediaType: "application/x-cfb",
    endings: ["doc", "xls", "ppt", "msg", "pub", "mpp", "vsd", "docx", "xlsx", "pptx"],
    shown: null,
  },
  { mediaType: "image/png", endings: ["png"], shown: "image" },
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg", "jfif"], shown: "image" },
  { mediaType: "image/gif", endings: ["gif"], shown: "image" },
  { mediaType: "image/webp", endings: ["webp"], shown: "image" },
  { mediaType: "image/avif", endings: ["avif"], shown: "image" },
  { mediaType: "image/bmp", endings: ["bmp"], shown: "image" },
  { mediaType: "image/heic", endings: ["heic", "heif", "hif"], shown: null },
  { mediaType: "image/heif", endings: ["heif", "heic", "hif"], shown: null },
  { mediaType: "image/tiff", endings: ["tif", "tiff"], shown: null },
  {
    mediaType: "text/plain",
    endings: ["txt", "csv", "tsv", "md", "eml", "ics", "log"],
    shown: "text",
  },
];

/** What a document is to somebody who looks for one: its content tells, and a link is one too. */
export const documentKinds = ["pdf", "text", "sheet", "slides", "image", "mail", "link"] as const;
export type DocumentKind = (typeof documentKinds)[number];

const byEnding: Readonly<Record<string, DocumentKind>> = {
  ...ofKind("text", ["docx", "doc", "odt", "rtf", "txt", "md", "log", "pub"]),
  ...ofKind("sheet", ["xlsx", "xls", "ods", "csv", "tsv", "mpp"]),
  ...ofKind("slides", ["pptx", "ppsx", "ppt", "odp", "vsd"]),
  ...ofKind("mail", ["msg", "eml", "ics"]),
};

function ofKind(kind: DocumentKind, endings: readonly string[]): Record<string, DocumentKind> {
  return Object.fromEntries(endings.map((ending) => [ending, kind]));
}

/** Of a file, by the name with an ending that fits its content. */
export function documentKindOf(name: string): DocumentKind | null {
  const ending = endingOf(name);
  const known = byEnding[ending];
  if (known !== undefined || ending === "pdf") return known ?? "pdf";
  const isImage = fileKinds.some(
    ({ mediaType, endings }) => mediaType.startsWith("image/") && endings.includes(ending),
  );
  return isImage ? "image" : null;
}

/** Endings of the names of files of a kind. */
export function endingsOfKind(kind: DocumentKind): readonly string[] {
  return fileEndings.filter((ending) => documentKindOf(`x.${ending}`) === kind);
}

/** Endings of files that are taken. The content decides, on the server; these keep somebody from sending one in vain. */
export const fileEndings: readonly string[] = [
  ...new Set(fileKinds.flatMap(({ endings }) => endings)),
];

/** Of a name, in small letters; empty where it has none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Whether a name says that the file is of a kind that isn't text. */
export function isNamedOtherThanText(name: string): boolean {
  const ending = endingOf(name);
  return fileKinds.some(
    ({ mediaType, endings }) => mediaType !== "text/plain" && endings.includes(ending),
  );
}

const savedAs: readonly (readonly [as: string, endings: readonly string[]])[] = [
  ["docx", ["docm", "dotx", "dotm", "dot", "pages", "wpd"]],
  ["xlsx", ["xlsm", "xlsb", "xltx", "xltm", "numbers"]],
  ["pptx", ["pptm", "potx", "ppsm", "key"]],
  ["pdf", ["vsdx", "odg", "fodt", "fods", "one", "html", "htm", "mht", "svg", "xps", "epub", "ai"]],
  ["jpg", ["jxl", "psd", "raw", "cr2", "webm"]],
];

/** As what a program can save a file that isn't taken, so that it is; null where nobody knows. */
export function saveAs(name: string): string | null {
  const ending = endingOf(name);
  return savedAs.find(([, endings]) => endings.includes(ending))?.[0] ?? null;
}
