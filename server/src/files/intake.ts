import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { Refusal } from "../graphql/errors.ts";
import type { Noticed } from "./content-type.ts";

/**
 * Bytes go through it as they come; afterwards it knows their hash, their number and whether they are text. It ends
 * with UPLOAD_INCOMPLETE when they are not as many as were announced, so that none of them is kept.
 */
export class Intake extends Transform {
  readonly #announced: number;
  readonly #hash = createHash("sha256");
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  #size = 0;
  #isUtf8 = true;
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
    const charset = this.#isUtf8 ? "utf-8" : "windows-1252";
    return { size: this.#size, charset: this.#isText ? charset : null };
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
    if (this.#isUtf8) {
      try {
        this.#utf8.decode(chunk ?? undefined, { stream: chunk !== null });
      } catch {
        this.#isUtf8 = false;
      }
    }
    if (chunk?.some(isControl)) this.#isText = false;
  }
}

/** What no text has, whatever its character set: all control characters but tab, line feed, form feed and return. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
}
