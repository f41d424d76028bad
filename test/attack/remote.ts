import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { operation, readAnswer, signing, type Api } from "../support/app.ts";

/** One request over the line, as whoever attacks would send it: nothing of it is checked or made well. */
export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** From sending until the last byte. */
  readonly ms: number;
}

/** A server that runs in a process of its own, asked over the network. */
export interface Remote extends Api {
  readonly origin: string;
  /** @throws when no answer comes within the time */
  send(request: Request): Promise<Reply>;
  /** Hears of every answer, also of those that `ask` gave. */
  onReply: ((reply: Reply, request: Request) => void) | undefined;
}

/** Longer than the database lets a statement run: whatever takes longer hangs. */
const patienceInMs = 20_000;

/**
 * @param secret that it signs cookies with
 * @param connections at most; on one, requests come one after the other
 */
export function openRemote(
  origin: string,
  secret: string,
  connections = 16,
): Remote & { close(): void } {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  const exchange = (asked: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { method = "GET", path, headers = {}, body } = asked;
      const began = performance.now();
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const sent = request(
        { agent, hostname, port, method, path, headers: { ...length, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const bytes = Buffer.concat(chunks);
            const { statusCode: status = 0, headers: got } = response;
            const ms = performance.now() - began;
            resolve({ status, headers: got, bytes, text: bytes.toString("utf8"), ms });
          });
        },
      );
      sent.setTimeout(patienceInMs, () => sent.destroy(new Error("No answer came in time.")));
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // The server closed a kept connection at the same moment: as browsers do, the request goes over a new one.
        const late = sent.reusedSocket && error.code === "ECONNRESET";
        if (late) exchange(asked).then(resolve, reject);
        else reject(error);
      });
      sent.end(body);
    });

  const remote: Remote & { close(): void } = {
    origin,
    ...signing(secret),
    onReply: undefined,
    async send(asked) {
      const reply = await exchange(asked);
      remote.onReply?.(reply, asked);
      return reply;
    },
    async ask(by, query, variables = {}) {
      const { status, headers, text } = await remote.send(operation(by, query, variables));
      return readAnswer(status, headers, text);
    },
    close: () => agent.destroy(),
  };
  return remote;
}
