import net from "node:net";
import { Transform, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** Whether there is a virus in these bytes. @throws when the scanner gives no verdict */
export type Scan = (bytes: Readable) => Promise<"clean" | "infected">;

/** A scanner that says nothing for this long, in milliseconds, is down. */
const longestSilence = 120_000;

/** Asks clamd, by its command INSTREAM: pieces with their length before them, and a piece of none at the end. */
export function createScanner(clamdUrl: string): Scan {
  const { protocol, hostname, port, pathname } = new URL(clamdUrl);
  const connect = () =>
    protocol === "unix:"
      ? net.connect(decodeURIComponent(pathname))
      : net.connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ""));
  return async (bytes) => {
    const socket = connect();
    socket.setTimeout(longestSilence, () => {
      socket.destroy(new Error("The virus scanner fell silent."));
    });
    try {
      // What breaks while sending ends the reading of the answer too. The scanner hangs up after its answer, so that
      // sending may also end with an error when all is well: then the socket is closed, and this does nothing.
      pipeline(bytes, inPieces(), socket, { end: false }).catch((error: Error) => {
        socket.destroy(error);
      });
      return verdictIn(await text(socket));
    } finally {
      bytes.destroy();
      socket.destroy();
    }
  };
}

function inPieces(): Transform {
  const lengthOf = (length: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(length);
    return bytes;
  };
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!begun) this.push("zINSTREAM\0");
      begun = true;
      this.push(lengthOf(chunk.length));
      done(null, chunk);
    },
    flush(done) {
      done(null, lengthOf(0));
    },
  });
}

function verdictIn(answer: string): "clean" | "infected" {
  const line = answer.replaceAll("\0", "").trim();
  if (line === "stream: OK") return "clean";
  if (/^stream: .+ FOUND$/.test(line)) return "infected";
  throw new Error(`The virus scanner gives no verdict: ${line.slice(0, 200) || "nothing"}`);
}
