import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { asked, openWorld } from "../../../test/support/scenario.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { nobody } from "../tenancy/principal.ts";
import type { ScopeOptions } from "../tenancy/scope.ts";
import type { Job, Payload, Works } from "../jobs/catalogue.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { enqueue, enqueueAccountMail } from "../jobs/enqueue.ts";
import { largestPayload } from "../jobs/task-names.ts";
import { startWorker, type Worker } from "./worker.ts";

const quiet = { info() {}, warn() {}, error() {} };
const letter: Payload<"mail"> = {
  template: "password-changed",
  to: "noor@waterlinie.example",
  locale: "nl",
  values: { name: "Noor Dekker", changedAt: "2026-11-03T13:30:00Z", page: "/wachtwoord" },
};

const world = await openWorld();
const coordinator = await world.member(await world.library(), "quality_coordinator");
const identity = new pg.Pool({ connectionString: identityDatabaseUrl(world.database), max: 2 });
let workers: Worker[] = [];

beforeEach(async () => {
  await world.rows("delete from graphile_worker._private_jobs");
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(() => identity.end());

async function work(works: Works, pollInMs = 50): Promise<Worker> {
  const databaseUrl = workerDatabaseUrl(world.database);
  const worker = await startWorker({ databaseUrl, works, log: quiet, pollInMs, pauseInMs: 50 });
  workers.push(worker);
  return worker;
}

function inScope(
  options: ScopeOptions,
  keep: boolean,
  payload = letter,
  key?: string,
): Promise<void> {
  return world.scopes.inScope(options, async (scope) => {
    await enqueue(scope, "mail", payload, key);
    return { value: undefined, keep };
  });
}

interface Waiting {
  payload: { organisationId: string | null; personId: string | null; payload: unknown };
  attempts: number;
  last_error: string | null;
  locked_at: Date | null;
}
const waiting = () =>
  world.rows<Waiting>(
    "select payload, attempts, last_error, locked_at from graphile_worker._private_jobs order by id",
  );

/** Whether the worker heard that it will be told of new jobs, which it asks for in the background. */
async function listening(): Promise<boolean> {
  const found = await world.asAdmin((query) =>
    query(
      "select from pg_stat_activity where datname = current_database() and usename = 'toetssteen_worker' and state = 'idle' and query like 'LISTEN%'",
    ),
  );
  return found.length > 0;
}

describe("a job", () => {
  test("of a change that is kept runs once, whoever of two workers takes it", async () => {
    const done: Job<"mail">[] = [];
    const mail = async (job: Job<"mail">) => void done.push(job);
    await Promise.all([work({ mail }), work({ mail })]);
    await Promise.all(Array.from({ length: 20 }, () => inScope(asked(coordinator, "write"), true)));
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 5_000 });
    expect(done).toHaveLength(20);
    expect(new Set(done.map((job) => job.id)).size).toBe(20);
  });

  test("of a change that is undone never was", async () => {
    await inScope(asked(coordinator, "write"), false);
    await expect(
      world.scopes.inScope(asked(coordinator, "write"), async (scope) => {
        await enqueue(scope, "mail", letter);
        throw new Error("something went wrong after it");
      }),
    ).rejects.toThrow("something went wrong after it");
    expect(await waiting()).toEqual([]);
  });

  test("carries the organisation and the person of the scope", async () => {
    const done: Job<"mail">[] = [];
    await work({ mail: async (job) => void done.push(job) });
    await inScope(asked(coordinator, "write"), true);
    await vi.waitFor(() => expect(done).toHaveLength(1));
    expect(done[0]).toMatchObject({
      organisationId: coordinator.organisationId,
      personId: coordinator.id,
      payload: letter,
    });
  });

  test("of one organisation doesn't wait for all that another has waiting", async () => {
    const other = await world.member(await world.library(), "quality_coordinator");
    for (let times = 0; times < 30; times += 1) await inScope(asked(coordinator, "write"), true);
    for (let times = 0; times < 2; times += 1) await inScope(asked(other, "write"), true);
    const begun: (string | null)[] = [];
    await work({ mail: async (job) => void begun.push(job.organisationId) });
    await vi.waitFor(() => expect(begun).toHaveLength(32), { timeout: 20_000 });
    // Four run at the same time, so that two neighbours may change places.
    expect(begun.lastIndexOf(other.organisationId)).toBeLessThan(8);
  });

  test("is taken up at once, not when the worker looks again", async () => {
    let taken = 0;
    await work({ mail: async () => void (taken = performance.now()) }, 60_000);
    await vi.waitFor(async () => expect(await listening()).toBe(true));
    await inScope(asked(coordinator, "write"), true);
    const kept = performance.now();
    await vi.waitFor(() => expect(taken).not.toBe(0), { interval: 5 });
    expect(taken - kept).toBeLessThan(1_000);
  });

  test("that fails is tried again, and is done once when it succeeds", async () => {
    let attempts = 0;
    const done: string[] = [];
    await work({
      mail: async (job) => {
        attempts += 1;
        if (attempts < 3) throw new Error("the mail server is away");
        done.push(job.id);
      },
    });
    await inScope(asked(coordinator, "write"), true);
    for (const failed of [1, 2]) {
      await vi.waitFor(
        async () =>
          expect(await waiting()).toMatchObject([
            { attempts: failed, last_error: "the mail server is away", locked_at: null },
          ]),
        5_000,
      );
      const [{ later } = {}] = await world.rows<{ later: boolean }>(
        "select run_at > updated_at + interval '1 second' as later from graphile_worker._private_jobs",
      );
      expect(later).toBe(true);
      await world.rows("update graphile_worker._private_jobs set run_at = now()");
    }
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 5_000);
    expect(done).toHaveLength(1);
    expect(attempts).toBe(3);
  });

  test("waits for a worker that does its task", async () => {
    await inScope(asked(coordinator, "write"), true);
    await work({});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await waiting()).toMatchObject([{ attempts: 0 }]);
    const done: string[] = [];
    await work({ mail: async (job) => void done.push(job.id) });
    await vi.waitFor(() => expect(done).toHaveLength(1));
  });

  test("that runs is finished before its worker stops", async () => {
    let begun = false;
    let done = false;
    const worker = await work({
      mail: async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 400));
        done = true;
      },
    });
    await inScope(asked(coordinator, "write"), true);
    await vi.waitFor(() => expect(begun).toBe(true));
    await worker.stop();
    expect(done).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  test("is done although somebody told the worker to end", async () => {
    const done: string[] = [];
    await work({ mail: async (job) => void done.push(job.id) });
    await vi.waitFor(async () => expect(await listening()).toBe(true));
    await identity.query("select pg_notify('worker:migrate', $1)", [
      JSON.stringify({ migrationNumber: 999, breaking: true }),
    ]);
    await vi.waitFor(async () => expect(await listening()).toBe(false), { interval: 5 });
    await inScope(asked(coordinator, "write"), true);
    await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 5_000 });
    // The worker that was told may still have taken the job, and ends after that.
    await vi.waitFor(() => expect(process.exitCode).toBe(undefined));
  });

  test("is done although the reports of three others did not arrive", async () => {
    const done: string[] = [];
    const failures: string[] = [];
    const gates = new Map<string, () => void>();
    const mail: Works["mail"] = async ({ id }) => {
      if (gates.size < 4) await new Promise<void>((resolve) => gates.set(id, resolve));
      done.push(id);
    };
    const log = { ...quiet, error: (_: object, message: string) => void failures.push(message) };
    const databaseUrl = workerDatabaseUrl(world.database);
    const pauses = { pollInMs: 50, pauseInMs: 50, endInMs: 200 };
    workers.push(await startWorker({ databaseUrl, works: { mail }, log, ...pauses }));
    for (let asked = 0; asked < 4; asked += 1) await enqueueAccountMail(identity, letter);
    await vi.waitFor(() => expect(gates.size).toBe(4), 5_000);
    const open = [...gates.values()];
    await world.asOperator("revoke delete on graphile_worker._private_jobs from toetssteen_worker");
    for (const count of [1, 2, 3]) {
      open.pop()?.();
      await vi.waitFor(() => {
        const lost = failures.filter((one) => one.startsWith("Failed to complete jobs"));
        expect(lost).toHaveLength(count);
      }, 5_000);
    }
    await world.asOperator("grant delete on graphile_worker._private_jobs to toetssteen_worker");
    open.pop()?.();
    await enqueueAccountMail(identity, letter);
    await vi.waitFor(() => expect(done).toHaveLength(5), 5_000);
  });

  test("replaces the one that waits under the same key, and never another organisation's", async () => {
    const other = await world.member(await world.library(), "administrator");
    const to = (address: string) => ({ ...letter, to: address });
    await inScope(asked(coordinator, "write"), true, to("first@waterlinie.example"), "one");
    await inScope(asked(coordinator, "write"), true, to("second@waterlinie.example"), "one");
    await inScope(asked(other, "write"), true, to("third@leesvaart.example"), "one");
    await enqueueAccountMail(identity, to("fourth@leesvaart.example"), "one");
    const addresses = (await waiting()).map(
      ({ payload }) => (payload.payload as { to: string }).to,
    );
    expect(addresses.toSorted()).toEqual([
      "fourth@leesvaart.example",
      "second@waterlinie.example",
      "third@leesvaart.example",
    ]);
  });
});

describe("nobody asks for a job", () => {
  const noRight = ["42501", []];
  const outOfBounds = ["22023", []];

  /** Why it was refused, and what waits in the queue nevertheless. */
  async function outcome(asking: Promise<unknown>): Promise<unknown[]> {
    const reason = await asking.then(
      () => "taken",
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
    return [reason, await waiting()];
  }
  const ask = (task: string, payload: string, key: string | null = null) =>
    world.scopes.inScope(asked(coordinator, "write"), async (scope) => ({
      value: await scope.sql("", "select tenancy.enqueue($1, $2, $3)", [task, payload, key]),
      keep: true,
    }));

  test("for another organisation", async () => {
    const other = await world.library();
    const forOther = asked(coordinator, "write", { hat: other.id, subjects: [other.id] });
    expect(await outcome(inScope(forOther, true))).toEqual(noRight);
    const forNobody = asked(coordinator, "write", { hat: null });
    expect(await outcome(inScope(forNobody, true))).toEqual(noRight);
  });

  test("without being signed in, or after leaving", async () => {
    const unknown = asked(coordinator, "write", { principal: nobody });
    expect(await outcome(inScope(unknown, true))).toEqual(noRight);
    const left = await world.person();
    const organisation = { id: coordinator.organisationId, name: "" };
    await world.membership(left, organisation, ["administrator"], { ended: true });
    const principal = { kind: "session", token: await world.session(left) } as const;
    expect(await outcome(inScope(asked(coordinator, "write", { principal }), true))).toEqual(
      noRight,
    );
  });

  test("while only reading", async () => {
    const readOnly = "25006";
    expect(await outcome(inScope(asked(coordinator, "read"), true))).toEqual([readOnly, []]);
  });

  test("that isn't on the list", async () => {
    expect(await outcome(ask("shell", "{}"))).toEqual(outOfBounds);
  });

  test("with more than fits", async () => {
    const large = JSON.stringify({ text: "x".repeat(largestPayload) });
    expect(await outcome(ask("mail", large))).toEqual(outOfBounds);
    expect(await outcome(ask("mail", "{}", "x".repeat(201)))).toEqual(outOfBounds);
  });

  test("whose payload is wrong", async () => {
    const wrong = { ...letter, to: "noor@waterlinie.example\r\nBcc: iedereen@elders.example" };
    const invalid = [expect.stringContaining("Invalid email"), []];
    expect(await outcome(inScope(asked(coordinator, "write"), true, wrong))).toEqual(invalid);
    expect(await outcome(enqueueAccountMail(identity, wrong))).toEqual(invalid);
  });
});

describe("the queue is closed", () => {
  const relations = [
    "_private_jobs",
    "_private_job_queues",
    "_private_tasks",
    "_private_known_crontabs",
    "migrations",
    "jobs",
  ];

  async function codeOf(
    statement: string,
    connect: (statement: string) => Promise<unknown>,
  ): Promise<string> {
    return connect(statement).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  }

  const asApplication = (statement: string) =>
    world.scopes.inScope(asked(coordinator, "write"), async (scope) => ({
      value: await scope.sql("", statement, []),
      keep: false,
    }));

  test.each(relations)("to the application and identity: %s", async (name) => {
    const table = `graphile_worker.${name}`;
    for (const statement of [
      `select from ${table}`,
      `delete from ${table}`,
      `insert into ${table} default values`,
    ]) {
      expect(await codeOf(statement, asApplication)).toBe("42501");
      expect(await codeOf(statement, (text) => identity.query(text))).toBe("42501");
    }
  });

  test("also through its own functions", async () => {
    expect(await codeOf("select graphile_worker.add_job('mail')", asApplication)).toBe("42501");
    expect(
      await codeOf("select graphile_worker.add_job('mail')", (text) => identity.query(text)),
    ).toBe("42501");
  });

  test("and each door opens for its own role only", async () => {
    expect(await codeOf("select tenancy.enqueue_mail('{}')", asApplication)).toBe("42501");
    expect(
      await codeOf("select tenancy.enqueue('mail', '{}')", (text) => identity.query(text)),
    ).toBe("42501");
    await enqueueAccountMail(identity, letter);
    expect(await waiting()).toMatchObject([
      { payload: { organisationId: null, personId: null, payload: letter } },
    ]);
  });

  test("to the worker there is nothing but the queue", async () => {
    const worker = new pg.Client({ connectionString: workerDatabaseUrl(world.database) });
    await worker.connect();
    try {
      const asWorker = (text: string) => worker.query(text);
      expect(await codeOf("select from graphile_worker._private_jobs", asWorker)).toBe("done");
      for (const table of [
        "toetssteen.organisation",
        "toetssteen.membership",
        "identity.session",
        'identity."user"',
        "tenancy.applied_policies",
      ]) {
        expect(await codeOf(`select from ${table}`, asWorker)).toBe("42501");
      }
      expect(
        await codeOf("insert into graphile_worker._private_jobs (task_id) values (1)", asWorker),
      ).toBe("42501");
      expect(await codeOf("select tenancy.enqueue_mail('{}')", asWorker)).toBe("42501");
      expect(await codeOf("create table public.more (id integer)", asWorker)).toBe("42501");
      const { rows } = await worker.query(
        "select current_setting('statement_timeout') || ' ' || current_setting('transaction_timeout') as timeouts",
      );
      expect(rows).toEqual([{ timeouts: "15s 30s" }]);
    } finally {
      await worker.end();
    }
  });

  test("everything in it belongs to the owner, and the public may run none of it", async () => {
    expect(
      await world.rows(`
        select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'graphile_worker'::regnamespace
        union select pg_get_userbyid(proowner) from pg_proc where pronamespace = 'graphile_worker'::regnamespace
        union select pg_get_userbyid(typowner) from pg_type where typnamespace = 'graphile_worker'::regnamespace
        union select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'graphile_worker'`),
    ).toEqual([{ owner: "toetssteen_owner" }]);
    expect(
      await world.rows(`select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace = 'graphile_worker'::regnamespace and a.grantee = 0`),
    ).toEqual([]);
    expect(
      await world.rows(
        "select where has_database_privilege('toetssteen_owner', current_database(), 'create')",
      ),
    ).toEqual([]);
  });
});
