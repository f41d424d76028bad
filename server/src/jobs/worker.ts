import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { run, type Runner, type TaskList } from "graphile-worker";
import pg from "pg";
import { kept, tasks, type Works } from "./catalogue.ts";
import { type Log, queueLogger } from "./log.ts";
import { type TaskName, taskNames } from "./task-names.ts";

/** Jobs at the same time, per process. */
const concurrency = 4;
/** One to listen with, and one to look for work while all jobs report. */
const poolSize = concurrency + 2;
const pauseAfterEndInMs = 5_000;
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
}

/** Does the tasks of the queue that it is given, in this process, until it is stopped. */
export async function startWorker({
  databaseUrl,
  works,
  log,
  pollInMs = 5_000,
}: WorkerInput): Promise<Worker> {
  const taskList = toTaskList(works);
  if (Object.keys(taskList).length === 0) return { stop: async () => {} };
  const pool = openPool(databaseUrl, log);
  const begin = () =>
    run({
      pgPool: pool,
      taskList,
      parsedCronItems: [],
      concurrency,
      pollInterval: pollInMs,
      noHandleSignals: true,
      logger: queueLogger(log),
      preset: awaitReports,
    });
  const report = (error: unknown) =>
    void log.error({ err: error }, "the worker ended; it begins again");
  const stopped = new AbortController();
  const stop = once(stopped.signal, "abort");
  let runner: Runner | void = await begin().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const ended = (async () => {
    // A runner ends by itself when graphile-worker is told of a newer schema, which any connection can do.
    while (!stopped.signal.aborted) {
      await Promise.race([runner?.promise.catch(report), stop]);
      await pause(pauseAfterEndInMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (!stopped.signal.aborted) runner = await begin().catch(report);
    }
    await runner?.stop().catch(() => undefined);
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
        await work({ ...asked, id: String(job.id), askedAt, payload: tasks[name].parse(payload) });
      },
    ],
  ];
}
