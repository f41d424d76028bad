import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { completeEnv, readEnv } from "@toetssteen/server/env";
import { taskNames } from "@toetssteen/server/jobs/task-names";
import { startWork } from "@toetssteen/server/worker/works";
import { openFakeClamd } from "../../support/fake-clamd.ts";
import { afterwards } from "../../support/run.ts";
import type { Range } from "../range.ts";
import { rowsOf } from "../sql/kept-state.ts";

/** A worker with everything that a task may want, and the sight of what it does. */
export interface Workshop {
  /** Puts a job into the queue past every door, and sees what becomes of it. */
  run(task: string, job: unknown): Promise<Done>;
  /** Rows and files of the library, in one short text. */
  library(): Promise<string>;
}

export interface Done {
  /** `waits` where nobody does that task. */
  readonly end: "done" | "failed" | "waits";
  readonly recipients: readonly string[];
  readonly mails: readonly string[];
  /** What the scanner was given. */
  readonly scanned: readonly string[];
}

export async function openWorkshop(range: Range): Promise<Workshop> {
  const { fixture, target } = range;
  const { world } = fixture;
  const scanner = await openFakeClamd();
  const { databaseUrl, adminUrl, secret } = world.database;
  const settings = readEnv({
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    SMTP_URL: target.mail.url,
    DATA_DIR: target.dataDir,
    CLAMD_URL: scanner.url,
  });
  const env = completeEnv(settings, { databaseUrl, adminUrl }, secret);
  const worker = await startWork(env, target.log);
  afterwards(async () => {
    await worker.stop();
    await scanner.close();
  });
  await untilNothingWaits(range);
  return {
    async run(task, job) {
      const { commands, texts } = target.mail;
      const [said, sent, seen] = [commands.length, texts.length, scanner.scanned.length];
      const end = await endOf(range, await put(range, task, job));
      return {
        end,
        recipients: commands
          .slice(said)
          .flatMap((line) => /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? []),
        mails: texts.slice(sent),
        scanned: scanner.scanned.slice(seen).map((bytes) => bytes.toString("latin1")),
      };
    },
    async library() {
      const { id } = fixture.library;
      const files = await readdir(join(target.dataDir, "files", id)).catch((): string[] => []);
      return `${await rowsOf(world, id)} ${files.toSorted().join()}`;
    },
  };
}

async function put({ fixture }: Range, task: string, job: unknown): Promise<string> {
  const text = `'${JSON.stringify(job).replaceAll("'", "''")}'`;
  // The operator's role may; nobody who serves or works can.
  await fixture.world.asOperator(
    `select graphile_worker.add_job('${task}', ${text}::json, max_attempts => 1)`,
  );
  const [last] = await fixture.world.asAdmin((query) =>
    query<{ id: string }>("select max(id)::text as id from attack.job"),
  );
  return last?.id ?? "";
}

/** Longer than a worker leaves a job that it can do. */
const patienceInMs = 10_000;

/** What was asked for before is over, so that what goes out from now on is what we put there. */
async function untilNothingWaits({ fixture }: Range): Promise<void> {
  for (const end = performance.now() + patienceInMs; performance.now() < end;) {
    const waiting = await fixture.world.asAdmin((query) =>
      query(
        "select from graphile_worker._private_jobs where attempts = 0 or locked_at is not null limit 1",
      ),
    );
    if (waiting.length === 0) return;
  }
  throw new Error("Jobs go on waiting.");
}

/** Waits for a worker to have done it or failed, where there is one for that task. */
async function endOf({ fixture }: Range, id: string): Promise<Done["end"]> {
  const { world } = fixture;
  for (const end = performance.now() + patienceInMs; performance.now() < end;) {
    const [job] = await world.asAdmin((query) =>
      query<{ failed: boolean; nobody: boolean }>(
        `select j.attempts >= j.max_attempts and j.locked_at is null as failed,
           not t.identifier = any ($2) as nobody
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.id = $1`,
        [id, [...taskNames]],
      ),
    );
    if (!job) return "done";
    if (!job.failed && !job.nobody) continue;
    await world.asOperator(`delete from graphile_worker._private_jobs where id = ${id}`);
    return job.failed ? "failed" : "waits";
  }
  throw new Error("Nobody did the job.");
}
