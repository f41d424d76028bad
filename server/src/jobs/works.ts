import { startLinking } from "./link-access-logs.ts";
import type { Env } from "../env.ts";
import { createScanner } from "../files/clamd.ts";
import { scanOverdue, scanWork } from "../files/scanning.ts";
import { sweepFiles } from "../files/sweep.ts";
import { chooseDelivery } from "../mail/delivery.ts";
import { sendMail } from "../mail/send.ts";
import { chooseStorage } from "../storage/choose.ts";
import type { Works } from "./catalogue.ts";
import { workerDatabaseUrl } from "./database.ts";
import { openFileRows } from "./file-rows.ts";
import type { Log } from "./log.ts";
import { startLettingGo } from "./let-go.ts";
import { startRegularly } from "./regularly.ts";
import { startSweeping } from "./sweep.ts";
import { startWorker, type Worker } from "./worker.ts";

const hourInMs = 3_600_000;
const dayInMs = 24 * hourInMs;

/** Starts a worker with every task that the settings allow; says which have to wait. */
export async function startWork(env: Env, log: Log): Promise<Worker> {
  const delivery = await chooseDelivery(env);
  if (!delivery)
    log.warn({}, "SMTP_URL is not set: mail stays in the queue and goes out once it is.");
  const databaseUrl = workerDatabaseUrl({
    databaseUrl: env.databaseUrl,
    secret: env.sessionSecret,
  });
  const storage = await chooseStorage(env);
  const rows = openFileRows(databaseUrl, (err) => log.warn({ err }, "a connection was lost"));
  const scanning =
    env.clamdUrl === undefined ? null : { rows, storage, scan: createScanner(env.clamdUrl) };
  const works: Works = {
    ...(delivery && { mail: sendMail(delivery, env) }),
    ...(scanning && { scan: scanWork(scanning) }),
  };
  const worker = await startWorker({ databaseUrl, works, log });
  const regular = [
    startSweeping(databaseUrl, log),
    startLettingGo(databaseUrl, log),
    startLinking(databaseUrl, log),
    startRegularly({
      everyMs: dayInMs,
      round: () => sweepFiles(rows, storage),
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
      await storage.close();
    },
  };
}
