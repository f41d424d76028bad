import type { FastifyServerOptions } from "fastify";

/** Logs carry no body, no query string, no cookie: what people write and who they are stays out of them. */
export const loggerOptions = {
  level: "warn",
  redact: [
    "req.headers.cookie",
    "req.headers.authorization",
    "err.query",
    "err.parameters",
    "err.driverError.detail",
    "err.detail",
  ],
} satisfies FastifyServerOptions["logger"];
