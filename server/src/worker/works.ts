import { createHash } from "node:crypto";
import pg from "pg";
import { startLinking } from "./link-access-logs.ts";
import type { Env } from "../env.ts";
import { createScanner } from "../files/clamd.ts";
import { scanOverdue, scanWork } from "../files/scanning.ts";
import { sweepFiles } from "../files/sweep.ts";
import { openGuard } from "../installation/guard.ts";
import { openInstallation } from "../installation/installation.ts";
import { chooseDelivery } from "../mail/delivery.ts";
import type { Mail } from "../mail/mail.ts";
import { sendMail, type MailOutcome } from "./send-mail.ts";
import { chooseStorage } from "../storage/choose.ts";
import { Figures } from "../watch/figures.ts";
import { type Clock, clockStatement, watchSurroundings } from "../watch/surroundings.ts";
import type { Works } from "../jobs/catalogue.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { openFileRows } from "./file-rows.ts";
import type { Log } from "../jobs/log.ts";
import { startLettingGo } from "./let-go.ts";
import { startRegularly } from "../jobs/regularly.ts";
import { startSweeping } from "./sweep.ts";
import { startWorker, type Worker } from "./worker.ts";

const hourInMs = 3_600_000;
const dayInMs = 24 * hourInMs;

const outcomes = ["sent", "late", "unknown", "failed"] as const satisfies readonly MailOutcome[];
const sweepings = ["setAside", "broughtBack", "removed"] as const;

export interface WorkChoices {
  /** Where figures of the work go. */
  readonly figures?: Figures;
  /** Where the folder of an embedded database lives; see `installation/home.ts`. */
  readonly folder?: string;
}

/** Starts a worker with every task that the settings allow; says which have to wait. */
export async function startWork(
  env: Env,
  log: Log,
  { figures = new Figures(), folder = "" }: WorkChoices = {},
): Promise<Worker> {
  const delivery = await chooseDelivery(env);
  if (!delivery)
    log.warn({}, "SMTP_URL is not set: mail stays in the queue and goes out once it is.");
  const databaseUrl = workerDatabaseUrl({
    databaseUrl: env.databaseUrl,
    secret: env.sessionSecret,
  });
  const storage = await chooseStorage(env);
  const lost = (err: Error) => log.warn({ err }, "a connection was lost");
  const rows = openFileRows(databaseUrl, lost);
  const pool = openPool(databaseUrl, lost);
  const guard = openGuard(openInstallation(pool, storage, folder), log);
  await guard.check();
  const scanning =
    env.clamdUrl === undefined ? null : { rows, storage, scan: createScanner(env.clamdUrl) };
  const mail =
    delivery &&
    sendMail(delivery, env, {
      count: figures.counter("toetssteen_mails_total", "What became of mail.", "outcome", outcomes),
      unknown: (sent) => tellUndeliverable(pool, sent, log),
    });
  const works = (): Works => ({
    ...(mail && guard.adopted && { mail }),
    ...(scanning && { scan: scanWork(scanning) }),
  });
  const begin = () => startWorker({ databaseUrl, works: works(), log });
  let worker = await begin();
  const swept = figures.counter(
    "toetssteen_files_swept_total",
    "Files that no row knows: set aside, brought back, removed for good.",
    "what",
    sweepings,
  );
  watchSurroundings(figures, {
    dataDir: env.dataDir,
    storage,
    clock: async () => (await pool.query<Clock>(clockStatement)).rows[0]?.now ?? Number.NaN,
    ...(delivery && { mail: () => delivery.check() }),
  });
  figures.gauge(
    "toetssteen_adopted",
    "1 where mail is sent and files are removed, 0 where an operator has to adopt the installation first.",
    [],
    async () => [{ value: guard.adopted ? 1 : 0 }],
  );
  const regular = [
    guard.watch(async () => {
      await worker.stop();
      worker = await begin();
    }),
    startSweeping(databaseUrl, log),
    startLettingGo(databaseUrl, log),
    startLinking(databaseUrl, log),
    startRegularly({
      everyMs: dayInMs,
      round: async () => {
        // Asked anew for each round: a copy that began to live beside it meanwhile may know what this one doesn't.
        if (!(await guard.check())) return;
        const counts = await sweepFiles(rows, storage);
        for (const what of sweepings) swept(what, counts[what]);
        if (sweepings.some((what) => counts[what] > 0))
          log.warn(
            { ...counts },
            "files that no row knows were set aside, brought back or removed",
          );
      },
      failed: (err) => log.warn({ err }, "files that nobody needs were not swept"),
    }),
    ...(scanning
      ? [
          startRegularly({
            everyMs: hourInMs,
            round: () => scanOverdue(scanning),
            failed: (err) => log.warn({ err }, "files wait longer than they should for their scan"),
          }),
        ]
      : []),
  ];
  return {
    async stop() {
      await Promise.all(regular.map((one) => one.stop()));
      await worker.stop();
      delivery?.close();
      await rows.close();
      await pool.end();
      await storage.close();
    },
  };
}

function openPool(connectionString: string, lost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: "toetssteen installation",
  });
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

/** Beside an invitation, where whoever invited looks; of other mail only the log knows, and it names nobody. */
async function tellUndeliverable(pool: pg.Pool, mail: Mail, log: Log): Promise<void> {
  log.warn({ template: mail.template }, "a mail has no mailbox to go to");
  if (mail.template !== "invitation") return;
  const token = mail.values.page.slice(mail.values.page.lastIndexOf("/") + 1);
  await pool.query("select tenancy.invitation_undeliverable($1)", [
    createHash("sha256").update(token).digest("hex"),
  ]);
}
