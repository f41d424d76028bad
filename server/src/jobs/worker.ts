import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { run, type Runner, type TaskList } from "graphile-worker";
import pg from "pg";
import { kept, payloadOf, type Works } from "./catalogue.ts";
import { type Log, queueLogger } from "./log.ts";
import { type TaskName, taskNames } from "./task-names.ts";

/** Jobs at the same time, per process. */
const concurrency = 4;
/** One to listen with, and one to look for work while all jobs report. */
const poolSize = concurrency + 2;
/**
 * Only with these does stopping wait until "done" or "failed" stands in the queue. Without, a mail that went out while
 * the worker stopped would go out again four hours later.
 */
const awaitReports = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

export interface Worker {
  /** Takes no more jobs and resolves when the running ones are done. */
  stop(): Promise<void>;
}

export interface WorkerInput {
  /** As the worker role. */
  readonly databaseUrl: string;
  readonly works: Works;
  readonly log: Log;
  /** How often to look for jobs whose next attempt is due; new ones announce themselves. */
  readonly pollInMs?: number;
  /** How long to wait before beginning again after an end that nobody asked for. */
  readonly pauseInMs?: number;
  /** How long an end may take that began because a report didn't arrive. */
  readonly endInMs?: number;
}

/** graphile-worker at work. */
interface Running extends Pick<Runner, "promise" | "stop"> {
  /**
   * Resolves a while after a report didn't arrive. graphile-worker 0.18 then ends, but where several didn't it may wait for
   * ever: it counts each of those that still have to arrive down twice.
   */
  readonly overdue: Promise<unknown>;
}

/** Does the tasks of the queue that it is given, in this process, until it is stopped. */
export async function startWorker(input: WorkerInput): Promise<Worker> {
  const { databaseUrl, works, log, pollInMs = 5_000, pauseInMs = 5_000, endInMs = 15_000 } = input;
  const taskList = toTaskList(works);
  if (Object.keys(taskList).length === 0) return { stop: async () => {} };
  const pool = openPool(databaseUrl, log);
  const begin = async (): Promise<Running> => {
    const events = new EventEmitter();
    const runner = await run({
      pgPool: pool,
      events,
      taskList,
      parsedCronItems: [],
      concurrency,
      pollInterval: pollInMs,
      noHandleSignals: true,
      logger: queueLogger(log),
      preset: awaitReports,
    });
    const overdue = once(events, "pool:fatalError").then(() =>
      pause(endInMs, undefined, { ref: false }),
    );
    return { promise: runner.promise, stop: () => runner.stop(), overdue };
  };
  const report = (error: unknown): undefined => {
    log.error({ err: error }, "the worker ended with an error");
  };
  const stopped = new AbortController();
  const stop = once(stopped.signal, "abort");
  let runner: Running | undefined = await begin().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const ended = (async () => {
    while (!stopped.signal.aborted) {
      await Promise.race([runner?.promise.catch(report), runner?.overdue, stop]);
      if (stopped.signal.aborted) break;
      // It ends by itself when it is told that the schema is newer than it, which any connection can say. It then also
      // leaves an exit code for a process that it thinks will end.
      process.exitCode = undefined;
      log.warn({}, "the worker ended by itself and begins again");
      await pause(pauseInMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (!stopped.signal.aborted) runner = await begin().catch(report);
    }
    await Promise.race([runner?.stop().catch(() => undefined), runner?.overdue]);
    await pool.end();
  })();
  return {
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}

function openPool(databaseUrl: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    application_name: "toetssteen worker",
  });
  const lost = (error: Error) => log.warn({ err: error }, "the worker lost a connection");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

function toTaskList(works: Works): TaskList {
  return Object.fromEntries(taskNames.flatMap((name) => toTask(name, works)));
}

function toTask<Name extends TaskName>(
  name: Name,
  works: Works,
): [string, NonNullable<TaskList[string]>][] {
  const work = works[name];
  if (!work) return [];
  return [
    [
      name,
      async (given, { job }) => {
        const { payload, ...asked } = kept.parse(given);
        const askedAt = new Date(job.created_at);
        await work({ ...asked, id: String(job.id), askedAt, payload: payloadOf(name, payload) });
      },
    ],
  ];
}
