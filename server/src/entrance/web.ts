import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const doors = [
  "/api/",
  "/graphql",
  "/files/",
  "/prints/",
  "/demo/",
  "/healthz",
  "/readyz",
  "/metrics",
];

/** The built web application; any path that is no door of the server is one of its pages. */
export async function webRoutes(app: FastifyInstance, root: string): Promise<void> {
  if (existsSync(path.join(root, "index.html"))) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      cacheControl: false,
      // The build leaves a compressed form beside each file; it has no address of its own.
      preCompressed: true,
      globIgnore: ["**/*.br"],
      setHeaders: (reply, file) => {
        // Names under assets/ carry a hash of their content, so they never change.
        const forever = file.includes(`${path.sep}assets${path.sep}`);
        reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === "GET" &&
      !doors.some((door) => request.url.startsWith(door)) &&
      !path.extname(request.url.split("?")[0] ?? "");
    if (page && existsSync(path.join(root, "index.html")))
      return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply.code(404).send({ code: "NOT_FOUND" });
  });
}
