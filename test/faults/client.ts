import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What one person sends with: it keeps its connection, and sends nothing a second time by itself. */
export interface Client {
  /** @throws when no whole answer comes within `patience` milliseconds */
  send(request: Request, patience: number): Promise<Reply>;
  close(): void;
}

/**
 * @param port of this machine
 * @param connections at most
 */
export function openClient(port: number, connections = 1): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: ({ method, path, headers, body }, patience) =>
      new Promise((resolve, reject) => {
        const length = { "content-length": Buffer.byteLength(body) };
        const sent = request(
          { agent, host: "127.0.0.1", port, method, path, headers: { ...headers, ...length } },
          (response) => {
            const pieces: Buffer[] = [];
            response.on("data", (piece: Buffer) => pieces.push(piece));
            response.once("error", reject);
            response.once("end", () => {
              const { statusCode: status = 0, headers: got } = response;
              resolve({ status, headers: got, text: Buffer.concat(pieces).toString("utf8") });
            });
          },
        );
        const timer = setTimeout(() => sent.destroy(new Error("no answer in time")), patience);
        sent.once("close", () => clearTimeout(timer));
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
