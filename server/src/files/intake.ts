import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { Refusal } from "../refusal.ts";
import type { Charset, Noticed } from "./content-type.ts";

/**
 * Bytes go through it as they come; afterwards it knows their hash, their number and whether they are text. It ends
 * with UPLOAD_INCOMPLETE when they are not as many as were announced, so that none of them is kept.
 */
export class Intake extends Transform {
  readonly #announced: number;
  readonly #hash = createHash("sha256");
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #charset: Charset = "utf-8";
  #first = Buffer.alloc(0);
  #size = 0;
  #isText = true;

  constructor(announced: number) {
    super();
    this.#announced = announced;
  }

  /** SHA-256 in hexadecimal; once, after everything came. */
  digest(): string {
    return this.#hash.digest("hex");
  }

  get noticed(): Noticed {
    return { size: this.#size, charset: this.#isText ? this.#charset : null };
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#size += chunk.length;
    if (this.#size > this.#announced) return done(new Refusal("UPLOAD_INCOMPLETE"));
    this.#hash.update(chunk);
    if (this.#isText) this.#read(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.#isText) this.#read(null);
    done(this.#size === this.#announced ? null : new Refusal("UPLOAD_INCOMPLETE"));
  }

  #read(chunk: Buffer | null): void {
    if (this.#first.length < 2) {
      this.#first = Buffer.concat([this.#first, chunk ?? Buffer.alloc(0)]);
      if (this.#first.length < 2 && chunk !== null) return;
      this.#begin();
      this.#readAs(this.#first, false);
      if (chunk !== null) return;
    }
    this.#readAs(chunk, chunk === null);
  }

  /** Two bytes in front say that it is UTF-16, which Excel calls Unicode. */
  #begin(): void {
    const mark = this.#first.subarray(0, 2).toString("hex");
    if (mark !== "fffe" && mark !== "feff") return;
    this.#charset = mark === "fffe" ? "utf-16le" : "utf-16be";
    this.#decoder = new TextDecoder(this.#charset, { fatal: true });
  }

  #readAs(chunk: Buffer | null, isLast: boolean): void {
    const isWide = this.#charset.startsWith("utf-16");
    if (this.#charset !== "windows-1252")
      try {
        const text = this.#decoder.decode(chunk ?? undefined, { stream: !isLast });
        if (isWide && controls.test(text)) this.#isText = false;
      } catch {
        if (isWide) this.#isText = false;
        else this.#charset = "windows-1252";
      }
    if (!isWide && chunk?.some(isControl)) this.#isText = false;
  }
}

// oxlint-disable-next-line no-control-regex -- it is those that are looked for
const controls = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/** What no text has, whatever its character set: all control characters but tab, line feed, form feed and return. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
}
