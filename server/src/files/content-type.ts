import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileTypeFromBlob } from "file-type";
import type { ByteRange } from "../storage/storage.ts";
import { isTaken } from "./media-types.ts";

/** Reads some of the bytes of which the type is asked. */
export type ReadBytes = (range: ByteRange) => Promise<Readable>;

/** What was noticed while the bytes came by. */
export interface Noticed {
  readonly size: number;
  /** Character set in which all of it can be read as text; null where it is none. */
  readonly charset: "utf-8" | "windows-1252" | null;
}

/** How text begins that is a page or a drawing; both can hold scripts. */
const markup =
  /^[\s\uFEFF]*<(?:[!?]|(?:html|head|body|svg|script|iframe|style|title|link|meta|xsl)\b)/i;
const markupWithin = 1_024;
/** Longest that finding the type may take; it reads a handful of blocks. */
const patience = 20_000;

/**
 * The type of what was received, by its content and not by its name.
 * @returns null where it isn't one that is taken
 */
export async function findMediaType(noticed: Noticed, read: ReadBytes): Promise<string | null> {
  const stored = new StoredBlob(noticed.size, read);
  const found = await fileTypeFromBlob(stored, { signal: AbortSignal.timeout(patience) });
  if (found && isTaken(found.mime)) return found.mime;
  // Text may happen to begin like something else: "BM" is a bitmap, and a word.
  if (noticed.charset === null || found?.mime === "application/xml") return null;
  const head = await stored.slice(0, markupWithin).arrayBuffer();
  const begins = new TextDecoder(noticed.charset).decode(head);
  return markup.test(begins) ? null : `text/plain; charset=${noticed.charset}`;
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
