import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Area, Range } from "../range.ts";
import type { Verdict } from "../tally.ts";

/** Longest that a connection may be held without going on, in milliseconds: as is promised, on a machine that is busy. */
const patience = { ordinary: 60_000, file: 150_000 };
/** Between one byte and the next of whoever drips. */
const drop = 3_000;

/** Whoever connects to each door and says nothing, half of something, or ever a little more, signed in or not. */
export const connections: Area = {
  name: "connections",
  async run(range) {
    if (range.size === "small") return;
    const { cookie, hat } = range.fixture.personas.administrator.caller;
    const signedIn = `Cookie: ${cookie}\r\nX-Hat: ${hat}\r\n`;
    const tries: Promise<void>[] = [];
    for (const [door, line] of Object.entries(doors)) {
      const begin = `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
      const body = "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
      const held: Record<string, [sent: string, drips: boolean]> = {
        nothing: ["", false],
        "half a line": [line.slice(0, 6), false],
        "half the headers": [begin, false],
        "headers that drip": [`${begin}X-Long: `, true],
        "half a body": [`${begin}${body}`, false],
        "a body that drips": [`${begin}${body}`, true],
        "half a body, signed in": [`${begin}${signedIn}${body}`, false],
      };
      for (const [what, [sent, drips]] of Object.entries(held))
        tries.push(
          range.tally.attempt("connections", `${what} at ${door}`, () =>
            letGo(range, sent, drips, line.startsWith("PUT") ? patience.file : patience.ordinary),
          ),
        );
    }
    // At once: each of them waits most of the time.
    await Promise.all(tries);
  },
};

const doors = {
  "/graphql": "POST /graphql",
  "/api/auth": "POST /api/auth/sign-in/email",
  "/files": "PUT /files/0199a000-0000-7000-8000-000000000001",
  "a page": "POST /o",
};

/** Whether the server ends the connection, or answers that it won't go on, before one loses patience. */
async function letGo(range: Range, sent: string, drips: boolean, within: number): Promise<Verdict> {
  const { hostname, port } = new URL(range.fixture.server.origin);
  const socket = connect({ host: hostname, port: Number(port) });
  let heard = "";
  socket.on("data", (piece: Buffer) => (heard += piece.toString()));
  socket.on("error", () => {});
  const ended = new Promise<true>((resolve) => socket.once("close", () => resolve(true)));
  if (sent) socket.write(sent);
  const dripping = setInterval(() => drips && socket.writable && socket.write("x"), drop);
  const isOver = await Promise.race([ended, pause(within, false as const, { ref: false })]);
  clearInterval(dripping);
  socket.destroy();
  if (!isOver) return { unlike: `still open after ${within / 1_000} s` };
  return heard.startsWith("HTTP/1.1 2") ? { unlike: heard.slice(0, 200) } : "refused";
}
