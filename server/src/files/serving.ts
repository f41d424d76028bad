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

/** Whatever the bytes are, nothing of them runs or loads anything. Our own pages may show them in a frame. */
const nothingRuns = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
/**
 * Takes away the origin too. Not from a PDF: not every browser opens its viewer in a sandbox, and the viewer has another
 * origin than ours anyway.
 */
const sandboxed = `${nothingRuns}; sandbox`;

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
      "content-security-policy": inline && preview === "pdf" ? nothingRuns : sandboxed,
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
