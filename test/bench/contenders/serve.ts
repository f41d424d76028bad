import type { Server } from "node:http";

/** Listens where the bench says, until it is told to end. */
export function listen(server: Server): void {
  server.listen(Number(process.env["PORT"]), "127.0.0.1");
  process.once("SIGTERM", () => process.exit(0));
}
