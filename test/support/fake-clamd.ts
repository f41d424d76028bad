import net from "node:net";

/** A virus scanner that speaks INSTREAM and finds a virus in bytes that say so. */
export interface FakeClamd {
  readonly url: string;
  /** Everything that was handed over whole. */
  readonly scanned: Buffer[];
  /** What it says from now on; null: what it finds. */
  answer(text: string | null): void;
  /** Hangs up in the middle from now on. */
  breakOff(breaks: boolean): void;
  close(): Promise<void>;
}

/** @param socket path of a socket; a free port without */
export async function openFakeClamd(socket?: string): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const open = new Set<net.Socket>();
  let said: string | null = null;
  let breaks = false;
  const server = net.createServer((connection) => {
    open.add(connection);
    connection.on("close", () => open.delete(connection));
    connection.on("error", () => undefined);
    let waiting = Buffer.alloc(0);
    connection.on("data", (chunk: Buffer) => {
      if (breaks) {
        connection.destroy();
        return;
      }
      waiting = Buffer.concat([waiting, chunk]);
      const whole = readWhole(waiting);
      if (!whole) return;
      scanned.push(whole);
      const found = whole.includes("VIRUS") ? "stream: Test.Virus FOUND" : "stream: OK";
      connection.end(`${said ?? found}\0`);
    });
  });
  await new Promise<void>((resolve) => {
    if (socket === undefined) server.listen(0, "127.0.0.1", resolve);
    else server.listen(socket, resolve);
  });
  const address = server.address();
  return {
    url:
      typeof address === "string"
        ? `unix:${address}`
        : `tcp://127.0.0.1:${(address as net.AddressInfo).port}`,
    scanned,
    answer: (text) => {
      said = text;
    },
    breakOff: (does) => {
      breaks = does;
    },
    close: async () => {
      for (const connection of open) connection.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const command = "zINSTREAM\0";

/** The bytes between the command and the empty piece; null while they are still coming. */
function readWhole(received: Buffer): Buffer | null {
  if (received.subarray(0, command.length).toString() !== command) return null;
  const pieces = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
