import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A line between two that talk, which somebody can trouble; what is sent over it is never changed. */
export interface Line {
  readonly port: number;
  /** Ends every connection at once, as a network does that breaks: without a goodbye. */
  cut(): void;
  /** Of every connection one side hears that the other has nothing more to say. */
  halfClose(side: "asks" | "answers"): void;
  /** Each piece takes that much longer. @param ms milliseconds */
  slow(ms: number): void;
  /** Nothing passes, and nobody is told. */
  silence(): void;
  /** What is asked arrives; the connection ends when the answer would come. */
  loseAnswers(): void;
  /** Ends the trouble; what was kept back passes. */
  heal(): void;
  close(): Promise<void>;
}

/** @param reach where a new connection goes: the port of somebody on this machine, or null for nowhere */
export async function openLine(reach: () => Promise<number | null>): Promise<Line> {
  const pairs = new Set<{ readonly asks: Socket; readonly answers: Socket }>();
  const sockets = new Set<Socket>();
  let closing: Promise<void> | undefined;
  let losing = false;
  let hold: (() => Promise<unknown>) | undefined;
  let release = () => {};

  const join = (asks: Socket, answers: Socket) => {
    const pair = { asks, answers };
    pairs.add(pair);
    const there = new Way(() => hold);
    const back = new Way(() => hold);
    asks.on("data", (piece: Buffer) => there.pass(() => answers.write(piece)));
    asks.on("end", () => there.pass(() => answers.end()));
    answers.on("data", (piece: Buffer) => {
      if (losing) return breakOff(pair);
      return back.pass(() => asks.write(piece));
    });
    answers.on("end", () => back.pass(() => asks.end()));
    for (const [one, other] of [
      [asks, answers],
      [answers, asks],
    ] as const)
      one.on("close", () => {
        pairs.delete(pair);
        // What is still on its way to the other side goes first.
        (one === asks ? there : back).pass(() => other.destroySoon());
      });
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (asks) => {
    sockets.add(asks);
    asks.on("close", () => sockets.delete(asks));
    asks.on("error", () => {});
    asks.pause();
    void reach().then((port) => {
      if (port === null || asks.destroyed) return asks.resetAndDestroy();
      const answers = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
      answers.once("error", () => asks.resetAndDestroy());
      answers.on("error", () => {});
      answers.once("connect", () => {
        join(asks, answers);
        asks.resume();
      });
      return undefined;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };

  const cut = () => {
    for (const pair of pairs) breakOff(pair);
  };
  const heal = () => {
    losing = false;
    hold = undefined;
    release();
  };
  return {
    port,
    cut,
    heal,
    halfClose(side) {
      for (const { asks, answers } of pairs) (side === "asks" ? answers : asks).end();
    },
    slow(ms) {
      hold = () => pause(ms);
    },
    silence() {
      const healed = new Promise<void>((resolve) => (release = resolve));
      hold = () => healed;
    },
    loseAnswers() {
      losing = true;
    },
    close: () =>
      (closing ??= (async () => {
        heal();
        for (const socket of sockets) socket.destroy();
        server.close();
        await once(server, "close");
      })()),
  };
}

function breakOff({ asks, answers }: { readonly asks: Socket; readonly answers: Socket }): void {
  asks.resetAndDestroy();
  answers.resetAndDestroy();
}

/** One direction of a connection: what goes over it stays in order, however long each piece is held. */
class Way {
  readonly #hold: () => (() => Promise<unknown>) | undefined;
  readonly #waiting: (() => void)[] = [];
  #held = false;

  constructor(hold: () => (() => Promise<unknown>) | undefined) {
    this.#hold = hold;
  }

  pass(step: () => void): void {
    if (!this.#held && !this.#hold()) return step();
    this.#waiting.push(step);
    if (!this.#held) void this.#go();
  }

  async #go(): Promise<void> {
    this.#held = true;
    for (let step = this.#waiting.shift(); step; step = this.#waiting.shift()) {
      await this.#hold()?.();
      step();
    }
    this.#held = false;
  }
}
