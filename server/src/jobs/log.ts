import { Logger } from "graphile-worker";

/** Where the worker reports, as pino and fastify offer it. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * graphile-worker's logger over ours. Only its message goes on: what it calls metadata holds whole jobs, and these hold
 * names, addresses and links.
 */
export function queueLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const details = {
      from: "queue",
      ...(typeof scope.label === "string" && { part: scope.label }),
    };
    switch (level) {
      case "error":
        return log.error(details, message);
      case "warning":
        return log.warn(details, message);
      case "info":
        return log.info(details, message);
      case "debug":
        return;
    }
  });
}
