import { EventEmitter, once } from "node:events";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { run, type TaskList } from "graphile-worker";
import pg from "pg";
import { kept, payloadOf, type Works } from "../jobs/catalogue.ts";
import { type Log, queueLogger } from "../jobs/log.ts";
import { type TaskName, taskNames } from "../jobs/task-names.ts";

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
  /** How long a beginning may take. */
  readonly beginInMs?: number;
  /** How long a statement may go unanswered before its connection is given up. */
  readonly answerInMs?: number;
}

/** Does the tasks of the queue that it is given, in this process, until it is stopped. */
export async function startWorker(input: WorkerInput): Promise<Worker> {
  const { log, pauseInMs = 5_000 } = input;
  const taskList = toTaskList(input.works);
  if (Object.keys(taskList).length === 0) return { stop: async () => {} };
  const report = (error: unknown): undefined => {
    log.error({ err: error }, "the worker ended with an error");
  };
  const stopped = new AbortController();
  const stop = once(stopped.signal, "abort");
  let running: Running | undefined = await begin(input, taskList);
  const ended = (async () => {
    for (;;) {
      await Promise.race([running?.ended.catch(report), stop]);
      if (stopped.signal.aborted) break;
      // It ends by itself when it is told that the schema is newer than it, which any connection can say. It then also
      // leaves an exit code for a process that it thinks will end.
      process.exitCode = undefined;
      log.warn({}, "the worker ended by itself and begins again");
      running?.letGo();
      await pause(pauseInMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) break;
      running = await begin(input, taskList).catch((error: unknown) => {
        // It passes: the database is still away.
        log.warn({ err: error }, "the worker could not begin and tries again");
        return undefined;
      });
    }
    await running?.stop();
  })();
  return {
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}

/** graphile-worker at work. */
interface Running {
  /** Resolves or rejects when it works no more, or a while after a report didn't arrive. */
  readonly ended: Promise<unknown>;
  /** Takes no more jobs and resolves when the running ones are done. */
  stop(): Promise<void>;
  /** Closes whatever connections it still has, without waiting for what is under way on them. */
  letGo(): void;
}

/**
 * On connections of its own: one that ended badly may hold its own for ever. So may one that begins, where the database
 * falls silent meanwhile, which is why a beginning has an end.
 */
async function begin(input: WorkerInput, taskList: TaskList): Promise<Running> {
  const { log, pollInMs = 5_000, endInMs = 15_000, beginInMs = 30_000 } = input;
  const connections = openPool(input);
  const events = new EventEmitter();
  const begun = run({
    pgPool: connections.pool,
    events,
    taskList,
    parsedCronItems: [],
    concurrency,
    pollInterval: pollInMs,
    noHandleSignals: true,
    logger: queueLogger(log),
    preset: awaitReports,
  });
  const giveUp = new AbortController();
  const tooLong = pause(beginInMs, undefined, { ref: false, signal: giveUp.signal }).then(() => {
    throw new Error("The queue didn't answer while the worker began.");
  });
  try {
    const runner = await Promise.race([begun, tooLong]);
    // graphile-worker 0.18 ends when a report doesn't arrive, but where several didn't it may wait for ever: it counts
    // each of those that still have to arrive down twice.
    const overdue = once(events, "pool:fatalError").then(() =>
      pause(endInMs, undefined, { ref: false }),
    );
    return {
      ended: Promise.race([runner.promise, overdue]),
      stop: async () => {
        await Promise.race([runner.stop().catch(() => undefined), overdue]);
        await connections.end();
      },
      letGo: () => connections.letGo(),
    };
  } catch (error) {
    connections.letGo();
    // Whatever comes of it now, nobody waits for it.
    begun.then((late) => late.stop()).catch(() => undefined);
    throw error;
  } finally {
    giveUp.abort();
    tooLong.catch(() => undefined);
  }
}

interface Connections {
  readonly pool: pg.Pool;
  /** Says goodbye on every connection, for a while. */
  end(): Promise<void>;
  letGo(): void;
}

function openPool({ databaseUrl, log, answerInMs = 20_000 }: WorkerInput): Connections {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    query_timeout: answerInMs,
    application_name: "toetssteen worker",
  });
  const lost = (error: Error) => log.warn({ err: error }, "the worker lost a connection");
  const open = new Set<pg.PoolClient>();
  pool.on("error", lost);
  pool.on("connect", (client) => {
    open.add(client);
    client.on("error", lost);
  });
  pool.on("remove", (client) => open.delete(client));
  let ending: Promise<void> | undefined;
  const letGo = () => {
    ending ??= pool.end().catch(() => undefined);
    for (const client of open) (client as unknown as Connected).connection.stream.destroy();
  };
  return {
    pool,
    letGo,
    end: async () => {
      ending ??= pool.end().catch(() => undefined);
      await Promise.race([ending, pause(5_000, undefined, { ref: false })]);
      letGo();
    },
  };
}

/** What the driver doesn't show of itself. */
interface Connected {
  readonly connection: { readonly stream: Duplex };
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
