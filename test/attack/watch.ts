import { canariesIn, type Canary } from "../roles/plant-canaries.ts";
import type { Caller } from "../support/app.ts";
import type { Reply, Request } from "./remote.ts";
import type { Tally } from "./tally.ts";

/** Whose texts somebody may come to see, wherever they are: in an answer, a file, a mail. */
export interface Reader {
  readonly name: string;
  /** Of these organisations everything; which fields is the table's business. */
  readonly places: readonly string[];
  /** Beside those: `place/table.column`. */
  readonly also: readonly string[];
}

export const nobodyReads: Reader = { name: "nobody", places: [], also: [] };

/** How PostgreSQL, Node and our own files are called: no answer speaks of them. */
const internals =
  /\b(?:toetssteen|tenancy|identity|graphile_worker)\.[a-z_]+|node_modules|\/dist\/|\.ts:\d|\n\s+at \S+ \(|SQLSTATE|violates [a-z-]+ constraint|syntax error at or near|invalid input syntax|relation "|permission denied for/;

const longWord = /[A-Za-z0-9]{20,}/g;
const inBase64 = /[A-Za-z0-9+/_-]{16,}/g;

/** Looks at everything that leaves the server for what should have stayed. */
export class Watch {
  readonly #tally: Tally;
  readonly #readers = new Map<string, Reader>();
  #secrets = new Set<string>();

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** Whoever sends that cookie under that hat; who has several rights by them sees what any of these opens. */
  know({ cookie, hat }: Caller, reader: Reader): void {
    const key = JSON.stringify([cookie, hat]);
    const { places, also, name } = this.#readers.get(key) ?? reader;
    this.#readers.set(key, {
      name,
      places: [...places, ...reader.places],
      also: [...also, ...reader.also],
    });
  }

  /** Another session of somebody with the same rights. */
  knowAlike(known: Caller, other: Caller): void {
    this.know(other, this.#reader(known.cookie, known.hat));
  }

  /** @param secrets texts that nobody at all may come to see */
  keep(secrets: readonly string[]): void {
    this.#secrets = new Set(secrets.flatMap((secret) => secret.match(longWord) ?? []));
  }

  readonly reply = (reply: Reply, { headers = {}, path, body = "" }: Request): void => {
    const reader = this.#reader(headers["cookie"], headers["x-hat"]);
    if (reply.status >= 500 && !isBusy(reply))
      this.#tally.notice("5xx", `${reply.status} at ${path}: ${reply.text.slice(0, 300)}`);
    const { "set-cookie": _, ...rest } = reply.headers;
    this.text(reader, `${JSON.stringify(rest)}\n${reply.text}`, path);
    const [told] = internals.exec(reply.text) ?? [];
    if (told !== undefined && !isPage(reply) && !`${path}${body.toString()}`.includes(told))
      this.#tally.notice("leaked", `${path} tells ${JSON.stringify(told)}`);
  };

  /** What somebody got in another way than over HTTP. */
  from({ cookie, hat }: Caller, text: string, where: string): void {
    this.text(this.#reader(cookie, hat), text, where);
  }

  /** @param where it was found, for whoever reads what was */
  text(reader: Reader, text: string, where: string): void {
    const seen = [text, ...decoded(text)].flatMap(canariesIn);
    const leaked = new Set(seen.filter((canary) => !mayRead(reader, canary)).map(named));
    for (const name of leaked)
      this.#tally.notice("leaked", `${name} to ${reader.name} at ${where}`);
    for (const word of text.match(longWord) ?? [])
      if (this.#secrets.has(word))
        this.#tally.notice(
          "leaked",
          `a secret (${word.slice(0, 4)}…) to ${reader.name} at ${where}`,
        );
  }

  #reader(cookie: unknown, hat: unknown): Reader {
    return this.#readers.get(JSON.stringify([cookie, hat])) ?? nobodyReads;
  }
}

/** What stands in a text in other letters. */
function decoded(text: string): string[] {
  const words = (text.match(inBase64) ?? []).map((word) => Buffer.from(word, "base64").toString());
  return text.includes("kanarie%") ? [...words, text.replaceAll(/%2d/gi, "-")] : words;
}

const named = ({ place, column }: Canary) => `${place}/${column}`;

function mayRead({ places, also }: Reader, canary: Canary): boolean {
  return places.includes(canary.place) || also.includes(named(canary));
}

/** The one fault that is explained: too much at once, and when to come back. */
function isBusy({ status, headers, text }: Reply): boolean {
  return status === 503 && headers["retry-after"] !== undefined && text.includes('"BUSY"');
}

/** Pages and scripts of ours are the same for everybody, and speak of much. */
function isPage({ headers }: Reply): boolean {
  return /^(text\/(html|css|javascript)|application\/javascript|font\/|image\/)/.test(
    String(headers["content-type"]),
  );
}
