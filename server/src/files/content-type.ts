import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileTypeFromBlob } from "file-type";
import type { ByteRange } from "../storage/storage.ts";
import { isTaken } from "./media-types.ts";

/** Reads some of the bytes of which the type is asked. */
export type ReadBytes = (range: ByteRange) => Promise<Readable>;

/** Character sets in which text comes: those of today, of Excel's "Unicode", and of Windows before. */
export type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What was noticed while the bytes came by. */
export interface Noticed {
  readonly size: number;
  /** Character set in which all of it can be read as text; null where it is none. */
  readonly charset: Charset | null;
}

/**
 * How text begins that is a page or a drawing, behind remarks; both can hold scripts. A word between angle brackets that
 * isn't closed is a word.
 */
const markup =
  /^(?:[\s\uFEFF]|<!--[\s\S]*?-->)*<(?:\?|![a-z[]|(?:html|head|body|svg|script|iframe|style|title|link|meta|xsl)(?:\s+[^\s=>]+(?:\s*=[^>]*)?)*\s*\/?>|(?:html|svg|script|iframe|body)\s[^>]*=)/i;
const beginsWithin = 1_024;
const pdfBegins = /%PDF-\d\.\d/;
const pdfEnds = /startxref|%%EOF/;
/** Longest that finding the type may take; it reads a handful of blocks. */
const patience = 20_000;

/**
 * The type of what was received, by its content and not by its name.
 * @returns null where it isn't one that is taken
 */
export async function findMediaType(noticed: Noticed, read: ReadBytes): Promise<string | null> {
  const { charset, size } = noticed;
  const stored = new StoredBlob(size, read);
  const found = await fileTypeFromBlob(stored, { signal: AbortSignal.timeout(patience) });
  // Text may happen to begin like something else: "BM" is a bitmap, and a word.
  const isText = charset !== null && found?.mime === "image/bmp";
  if (found && isTaken(found.mime) && !isText) return found.mime;
  if (found?.mime === "application/xml") return null;
  const head = await stored.slice(0, beginsWithin).arrayBuffer();
  if (await isLatePdf(head, stored)) return "application/pdf";
  if (charset === null) return null;
  return markup.test(new TextDecoder(charset).decode(head))
    ? null
    : `text/plain; charset=${charset}`;
}

/** A PDF with something in front of it, as scanners and mail programs put there; programs that read PDFs pass it over. */
async function isLatePdf(head: ArrayBuffer, stored: Blob): Promise<boolean> {
  const latin = new TextDecoder("windows-1252");
  if (!pdfBegins.test(latin.decode(head))) return false;
  const tail = await stored
    .slice(Math.max(0, stored.size - beginsWithin), stored.size)
    .arrayBuffer();
  return pdfEnds.test(latin.decode(tail));
}

const block = 64 * 1_024;

/** Stored bytes in the shape that the library reads, a block at a time. */
class StoredBlob extends Blob {
  readonly #size: number;
  readonly #read: ReadBytes;
  #known: { readonly start: number; readonly bytes: Buffer } | null = null;

  constructor(size: number, read: ReadBytes) {
    super([]);
    this.#size = size;
    this.#read = read;
    Object.defineProperty(this, "size", { value: size });
  }

  override slice(start = 0, end = this.#size): Blob {
    return new Slice(() => this.#bytes(start, Math.min(end, this.#size)));
  }

  async #bytes(start: number, end: number): Promise<Buffer> {
    if (start >= end) return Buffer.alloc(0);
    const known = this.#known;
    if (!known || start < known.start || end > known.start + known.bytes.length) {
      const last = Math.min(Math.max(end, start + block), this.#size) - 1;
      this.#known = { start, bytes: await buffer(await this.#read({ start, end: last })) };
    }
    const { start: from, bytes } = this.#known ?? { start, bytes: Buffer.alloc(0) };
    return bytes.subarray(start - from, end - from);
  }
}

class Slice extends Blob {
  readonly #bytes: () => Promise<Buffer>;

  constructor(bytes: () => Promise<Buffer>) {
    super([]);
    this.#bytes = bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(await this.#bytes()).buffer;
  }
}
