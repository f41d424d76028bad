import { startLinking } from "./link-access-logs.ts";
import type { Env } from "../env.ts";
import { chooseDelivery } from "../mail/delivery.ts";
import { sendMail } from "../mail/send.ts";
import type { Works } from "./catalogue.ts";
import { workerDatabaseUrl } from "./database.ts";
import type { Log } from "./log.ts";
import { startSweeping } from "./sweep.ts";
import { startWorker, type Worker } from "./worker.ts";

/** Starts a worker with every task that the settings allow; says which have to wait. */
export async function startWork(env: Env, log: Log): Promise<Worker> {
  const delivery = await chooseDelivery(env);
  if (!delivery)
    log.warn({}, "SMTP_URL is not set: mail stays in the queue and goes out once it is.");
  const works: Works = delivery ? { mail: sendMail(delivery, env) } : {};
  const databaseUrl = workerDatabaseUrl({
    databaseUrl: env.databaseUrl,
    secret: env.sessionSecret,
  });
  const worker = await startWorker({ databaseUrl, works, log });
  const regular = [startSweeping(databaseUrl, log), startLinking(databaseUrl, log)];
  return {
    async stop() {
      await Promise.all(regular.map((one) => one.stop()));
      await worker.stop();
      delivery?.close();
    },
  };
}
