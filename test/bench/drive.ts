import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** One request, ready to be sent as it is. */
export interface Shot {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the answer must hold to be what was asked for. */
  readonly expected: string;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface Driven {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds from sending to the last byte, in rising order. */
  readonly latencies: Float64Array;
}

/** Keeps connections open, as browsers and proxies do. */
export function openClient(origin: string, connections: number) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  const send = (shot: Shot): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const headers = { ...shot.headers, "content-length": String(Buffer.byteLength(shot.body)) };
      const sent = request(
        { agent, hostname, port, method: "POST", path: "/graphql", headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
          response.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(shot.body);
    });

  /**
   * As many as `connections` at once, one after another on each, for a while.
   * @param shots made anew for every request
   * @param least requests before it ends, however long that takes
   * @throws where an answer is not 200 or not what was asked for
   */
  const drive = async (shots: () => Shot, seconds: number, least = 0): Promise<Driven> => {
    const begin = performance.now();
    const end = begin + seconds * 1000;
    const latencies: number[] = [];
    const lane = async () => {
      while (performance.now() < end || latencies.length < least) {
        const from = performance.now();
        const shot = shots();
        const reply = await send(shot);
        latencies.push(performance.now() - from);
        requireExpected(shot, reply);
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
    const took = (performance.now() - begin) / 1000;
    return {
      requests: latencies.length,
      seconds: took,
      latencies: Float64Array.from(latencies).toSorted(),
    };
  };

  return { send, drive, close: () => agent.destroy() };
}

/** @throws where an answer is not 200 or not what was asked for */
export function requireExpected(shot: Shot, { status, body }: Reply): void {
  if (status === 200 && body.includes(shot.expected) && !body.includes('"errors":')) return;
  throw new Error(`Answered with ${status}: ${body.slice(0, 500)}`);
}

export type Client = ReturnType<typeof openClient>;
