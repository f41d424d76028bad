import "./node-version.ts";
import { mkdir } from "node:fs/promises";
import { onEndSignal } from "./end-signals.ts";
import { completeEnv, type DatabaseUrls, type Env, readEnv, type Settings } from "./env.ts";
import { openEmbeddedPostgres } from "./embedded/embedded.ts";
import { describeError } from "./log/described-error.ts";
import { logDriverWarnings } from "./log/driver-warnings.ts";
import { StartError } from "./start-error.ts";

/** What was begun and must end, in the order of beginning. */
const endings: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;
/** What an end that was ordered begins with; nothing for whoever sits at the keyboard. */
let leave: (() => Promise<void>) | undefined;

/** Ends everything in reverse order; once, whoever asks. */
function stop(exitCode: number, first?: () => Promise<void>): Promise<never> {
  stopping ??= (async () => {
    await first?.();
    for (const end of endings.toReversed()) await end().catch(report);
    process.exit(exitCode);
  })();
  return stopping;
}

async function start(): Promise<void> {
  const settings = readEnv(process.env);
  await mkdir(settings.dataDir, { recursive: true });
  // Before the rest is loaded: PostgreSQL starts faster from a process that is still small.
  const env = await openDatabase(settings);
  const [{ createApp }, { demoAccounts }, { startWork }, installation, { loadEditions }, access] =
    await Promise.all([
      import("./entrance/app.ts"),
      import("./demo/accounts.ts"),
      import("./worker/works.ts"),
      import("./embedded/begin.ts"),
      import("./norms/edition-files.ts"),
      import("./migrating/access.ts"),
    ]);
  const editions = await loadEditions(settings.dataDir);
  if (settings.database === "embedded") {
    const { makeReady } = await import("./make-ready.ts");
    await makeReady(env, editions, console.log);
  } else await access.requireServedDatabase(env.databaseUrl, editions, console.log);
  const accounts = env.demo ? demoAccounts : [];
  const embedded = settings.database === "embedded";
  const app = await createApp(env, editions, { work: embedded });
  endings.push(() => app.close());
  const stopListening = logDriverWarnings(app.fastify.log);
  endings.push(async () => stopListening());
  // Beside a database of somebody else's it is one of several behind a proxy, where another takes its place.
  if (!embedded) leave = () => app.leave();
  await app.listen().catch((error: unknown) => {
    throw listenError(error, env);
  });
  // Beside a database of somebody else's, `worker.ts` does the work, in a process of its own.
  if (embedded) {
    const folder = await installation.beginEmbedded(env);
    const worker = await startWork(env, app.fastify.log, { figures: app.figures, folder });
    endings.push(() => worker.stop());
  }
  announce(env, accounts);
}

async function openDatabase(settings: Settings): Promise<Env> {
  if (settings.database !== "embedded") {
    return completeEnv(settings, settings.database, settings.sessionSecret ?? "");
  }
  const { dataDir, publicUrl } = settings;
  const opening = openEmbeddedPostgres({ dataDir, publicUrl });
  // Known before it is open: a signal during the start must not leave PostgreSQL behind.
  endings.push(async () => (await opening.catch(() => undefined))?.stop());
  const opened = await opening;
  void opened.ended.then(() => {
    if (stopping) return;
    console.error(`PostgreSQL stopped by itself; see postgres.log in ${settings.dataDir}.`);
    void stop(1);
  });
  const urls: DatabaseUrls = { databaseUrl: opened.databaseUrl, adminUrl: opened.adminUrl };
  return completeEnv(settings, urls, opened.sessionSecret);
}

function listenError(error: unknown, env: Env): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return new StartError(
      `PORT ${env.port} on ${env.host} is taken: stop what uses it, or set PORT to another number.`,
    );
  }
  if (code === "EACCES")
    return new StartError(`PORT ${env.port} needs more rights: set PORT to a number above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new StartError(`HOST ${env.host} is no address of this machine.`);
  }
  return error;
}

function announce(
  env: Env,
  accounts: readonly { name: string; email: string; password: string }[],
): void {
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  const lines = accounts.map(
    ({ name, email, password }) => `  ${email.padEnd(width)}  ${password}  ${name}`,
  );
  if (lines.length > 0) lines.unshift("", "Demo accounts (email, password, name):");
  if (env.demo && env.smtpUrl === undefined) lines.push("", `Mail: ${env.publicUrl}/demo/outbox`);
  console.log(
    [`Toetssteen is ready: ${env.publicUrl}`, ...lines, "", "Ctrl-C stops it."].join("\n"),
  );
}

function report(error: unknown): void {
  // A bug needs its stack; what the operator can solve needs its one line.
  if (error instanceof StartError) console.error(`Toetssteen can't start: ${error.message}`);
  else console.error(describeError(error));
}

onEndSignal((signal) => void stop(0, signal === "SIGTERM" ? leave : undefined));
// The launcher that started us is gone, however it went.
process.on("disconnect", () => void stop(0));

await start().catch((error: unknown) => {
  if (stopping) return;
  report(error);
  return stop(1);
});
