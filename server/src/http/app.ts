import { createServer } from "node:http";
import type { Env } from "../env.ts";

/** Serves nothing yet but its own health. */
export async function createApp(env: Env): Promise<{ listen(): Promise<{ address: string }>; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/healthz" ? 200 : 404).end();
  });
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(env.port, env.host, () => resolve({ address: env.publicUrl }));
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
