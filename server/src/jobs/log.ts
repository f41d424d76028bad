import { Logger } from "graphile-worker";

/** Where the worker reports, as pino and fastify offer it. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * graphile-worker's logger over ours. Of what it calls metadata only the error and the job's name go on: it holds whole
 * jobs, and these hold names, addresses and links. Its messages repeat those of errors, which ours says apart.
 */
export function queueLogger(log: Log): Logger {
  return new Logger((scope) => (level, said, metadata) => {
    const { error, job } = (metadata ?? {}) as { error?: unknown; job?: Partial<Named> };
    const details = {
      from: "queue",
      ...(typeof scope.label === "string" && { part: scope.label }),
      ...(job?.id !== undefined && { job: job.id, task: job.task_identifier }),
      ...(error !== undefined && { err: error }),
    };
    const message = error === undefined ? said : (said.split(/ with error |: /)[0] ?? "");
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

interface Named {
  readonly id: string;
  readonly task_identifier: string;
}
