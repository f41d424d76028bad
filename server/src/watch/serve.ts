import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { StartError } from "../start-error.ts";
import type { Figures } from "./figures.ts";

/** Where the figures of a process are served, apart from what the world reaches. */
export interface Watching {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `GET /metrics` and `GET /healthz` on a port of its own. Node's own server: whatever ails the rest, this answers.
 * @throws {StartError} when the port is taken
 */
export async function serveFigures(
  figures: Figures,
  { host, port }: { host: string; port: number },
): Promise<Watching> {
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (request.method !== "GET" || (path !== "/metrics" && path !== "/healthz"))
      return response.writeHead(404).end();
    if (path === "/healthz") return response.end("ok");
    return void figures.registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": figures.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(new StartError(`METRICS_PORT ${port} on ${host} can't be used: ${error.message}`)),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
