import { create as contentDisposition } from "content-disposition";
import { parse as parseRange } from "range-parser";
import type { ByteRange } from "../storage/storage.ts";
import type { FoundFile } from "./find-file.ts";
import { previewOf } from "./media-types.ts";

/** How a file is answered. */
export interface Serving {
  /** With 416 no bytes go along. */
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: all of it. */
  readonly range: ByteRange | null;
}

/**
 * Whatever the bytes are, a browser must take them for what they were found to be, and run nothing of them as ours.
 * A sandbox also takes away the origin; a browser shows a PDF only without one, in a viewer of its own that has another
 * origin anyway.
 */
const policies = {
  sandboxed: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
};

/** @param asked.download to be kept and not shown; what can't be shown is always kept */
export function serve(
  file: FoundFile,
  asked: { download: boolean; range: string | undefined },
): Serving {
  const range = file.own ? chosenRange(file.size, asked.range) : null;
  if (range === "nowhere")
    return { status: 416, range: null, headers: { "content-range": `bytes */${file.size}` } };
  const preview = previewOf(file.mediaType);
  const inline = preview !== null && !asked.download;
  const length = range ? range.end - range.start + 1 : file.size;
  return {
    status: range ? 206 : 200,
    range,
    headers: {
      "content-type": file.mediaType,
      "content-length": String(length),
      "content-disposition": contentDisposition(file.name, {
        type: inline ? "inline" : "attachment",
      }),
      "content-security-policy": inline && preview === "pdf" ? policies.pdf : policies.sandboxed,
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      // Pieces are for our own: from outside each request is a line in the log, and a document would be hundreds.
      "accept-ranges": file.own ? "bytes" : "none",
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${file.size}` }),
    },
  };
}

/** The one piece that was asked for; null where all is sent: none was asked for, several, or in words unknown here. */
function chosenRange(size: number, header: string | undefined): ByteRange | "nowhere" | null {
  if (header === undefined) return null;
  const { type, code, ranges } = parseRange(size, header);
  if (type !== "bytes" || (code & 1) !== 0) return null;
  const [range, ...more] = ranges;
  if (!range) return "nowhere";
  return more.length === 0 ? { start: range.start, end: range.end } : null;
}
