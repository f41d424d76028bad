import "./node-version.ts";
import { pino } from "pino";
import { onEndSignal } from "./end-signals.ts";
import { completeEnv, readEnv } from "./env.ts";
import { logDriverWarnings } from "./log/driver-warnings.ts";
import { loggerOptions } from "./log/options.ts";
import { startWork } from "./worker/works.ts";
import type { Worker } from "./worker/worker.ts";
import { awaitRelease } from "./persistence/release.ts";
import { requireStraight } from "./migrating/straight.ts";
import { Figures } from "./watch/figures.ts";
import { serveFigures } from "./watch/serve.ts";
import { StartError } from "./start-error.ts";

const log = pino({ ...loggerOptions, level: "info", name: "worker" });
/** Without it a worker that has no task to do would end by itself, and be started again for ever. */
const staying = setInterval(() => undefined, 3_600_000);
let stopping: Promise<void> | undefined;

/** The worker of the hosted shape, beside any number of servers; with the embedded database the server does its work. */
async function start(): Promise<Worker> {
  logDriverWarnings(log);
  const settings = readEnv(process.env);
  if (settings.database === "embedded") {
    throw new StartError(
      "DATABASE_URL is missing: a worker needs the database that the servers use",
    );
  }
  const env = completeEnv(settings, settings.database, settings.sessionSecret ?? "");
  await awaitRelease(env.databaseUrl, (line) => log.info({}, line));
  // A pooler gives it another connection for each transaction, and what it listens to is told to the first.
  await requireStraight("DATABASE_URL", env.databaseUrl);
  const figures = new Figures();
  const watching = env.metrics && (await serveFigures(figures, env.metrics));
  const worker = await startWork(env, log, { figures });
  log.info({}, "the worker is ready");
  return {
    async stop() {
      await worker.stop();
      await watching?.close();
    },
  };
}

function stop(): void {
  stopping ??= (async () => {
    await (await working).stop();
    clearInterval(staying);
  })().finally(() => process.exit());
}

const working = start();
onEndSignal(stop);
// Whoever started us is gone, however it went.
process.on("disconnect", stop);
await working.catch((error: unknown) => {
  if (error instanceof StartError) log.fatal(`The worker can't start: ${error.message}`);
  else log.fatal({ err: error }, "The worker can't start.");
  process.exit(1);
});
