import { beforeEach, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import { ask, asked, openWorld, type Library, type Member } from "../../support/scenario.ts";
import { addressOf, openWaitingJobs } from "../../support/waiting-jobs.ts";

/** What gets into the queue, for whom, and what doesn't; each case differs from another in just one thing. */
const world = await openWorld();
const given = await openGivenRights(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  await world.rows("delete from graphile_worker._private_jobs");
  library = await world.library();
  noor = await world.member(library, "administrator", "quality_coordinator");
});

const { waiting, addressed } = openWaitingJobs(world);
const inScope = (by: Member, sql: string, values: readonly unknown[], other = {}) =>
  ask(world.scopes, asked(by, "write", other), sql, values, true).then(
    () => "done",
    (error: { code: string }) => error.code,
  );

const outOfBounds: [string, unknown, string | null][] = [
  ["no payload", null, null],
  ["a payload that is too large", JSON.stringify({ to: "x".repeat(40_000) }), null],
  ["an empty key", "{}", ""],
  ["a key that is too long", "{}", "k".repeat(201)],
];

describe("tenancy.enqueue()", () => {
  const enqueue = (task: unknown, payload: unknown, key: string | null, by = noor, other = {}) =>
    inScope(by, "select tenancy.enqueue($1, $2, $3)", [task, payload, key], other);

  test("takes a job for the organisation that the scope acts for, by whoever has a right there", async () => {
    expect(await enqueue("mail", "{}", null)).toBe("done");
    expect(await enqueue("mail", "{}", "k".repeat(200))).toBe("done");
    expect(await waiting()).toMatchObject([
      { task: "mail", payload: { organisationId: library.id, personId: noor.id, payload: {} } },
      { task: "mail" },
    ]);
  });

  test("refuses whoever has no right to it, also one who reads from outside", async () => {
    const elsewhere = await world.library();
    expect(await enqueue("mail", "{}", null, noor, { hat: elsewhere.id })).toBe("42501");
    const body = await world.organisation();
    const auditor = await world.member(body, "auditor");
    const id = await given.submission(library, noor, body);
    const mandate = await given.mandate({ id, library }, auditor);
    const outside = { hat: mandate, subjects: [library.id] };
    expect(await enqueue("mail", "{}", null, auditor, outside)).toBe("42501");
    expect(await waiting()).toEqual([]);
  });

  test.each([null, "sweep"])("refuses the task %s", async (task) => {
    expect(await enqueue(task, "{}", null)).toBe("22023");
    expect(await waiting()).toEqual([]);
  });

  test.each(outOfBounds)("refuses %s", async (_what, payload, key) => {
    expect(await enqueue("mail", payload, key)).toBe("22023");
    expect(await waiting()).toEqual([]);
  });
});

describe("tenancy.enqueue_mail()", () => {
  const enqueue = (payload: unknown, key: string | null) =>
    world.asAdmin(async (query) => {
      await query("set local role toetssteen_identity");
      return query("select tenancy.enqueue_mail($1, $2)", [payload, key]).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    });

  test("takes mail about an account", async () => {
    expect(await enqueue("{}", null)).toBe("done");
    expect(await enqueue("{}", "reset")).toBe("done");
  });

  test.each(outOfBounds)("refuses %s", async (_what, payload, key) => {
    expect(await enqueue(payload, key)).toBe("22023");
  });
});

describe("tenancy.mail_member()", () => {
  const mail = (to: Member) => inScope(noor, "select tenancy.mail_member($1, '{}')", [to.id]);

  test("mails a member of the organisation under the hat, and nobody else", async () => {
    const elsewhere = await world.library();
    const colleague = await world.member(library, "colleague");
    await world.membership(colleague, elsewhere, ["reader"]);
    expect(await mail(colleague)).toBe("done");
    expect(await addressed()).toEqual([addressOf(colleague)]);
  });

  test("mails nobody who isn't, or isn't any more", async () => {
    await mail(await world.member(await world.library(), "reader"));
    const left = await world.member(library, "reader");
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      left.id,
    ]);
    await mail(left);
    expect(await waiting()).toEqual([]);
  });
});

describe("tenancy.queue_state() and tenancy.queue_ages()", () => {
  const add = async (task: string, state: string) => {
    const [job] = await world.rows(
      `with job as (select (graphile_worker.add_job($1, run_at => now() - interval '1 minute')).id)
       select id from job`,
      [task],
    );
    await world.rows(`update graphile_worker._private_jobs set ${state} where id = $1`, [
      job?.["id"],
    ]);
  };
  const of = async <T extends { task: string }>(task: string, sql: string) =>
    (await ask<T>(world.scopes, asked(noor, "read"), sql)).find((each) => each.task === task);

  test("count what waits and what failed, and how late the latest is", async () => {
    await add("mail", "attempts = 0");
    await add("mail", "attempts = max_attempts, run_at = now() - interval '1 day'");
    await add(
      "mail",
      "locked_at = now(), locked_by = 'a worker', run_at = now() - interval '1 day'",
    );
    await add("scan", "run_at = now() + interval '1 hour'");
    type State = { task: string; waiting: number; failed: number; lateness: number };
    const state = (task: string) => of<State>(task, "select * from tenancy.queue_state()");
    const mail = await state("mail");
    expect(mail).toMatchObject({ waiting: 2, failed: 1 });
    expect(mail?.lateness).toBeGreaterThanOrEqual(60);
    expect(mail?.lateness).toBeLessThan(3_600);
    expect(await state("scan")).toMatchObject({ waiting: 1, failed: 0, lateness: 0 });
  });

  test("count what is tried again, and how old the oldest is that isn't given up", async () => {
    await add("mail", "attempts = 2, created_at = now() - interval '1 hour'");
    await add("mail", "attempts = 0, created_at = now() - interval '1 minute'");
    await add("mail", "attempts = max_attempts, created_at = now() - interval '1 day'");
    await add("scan", "attempts = max_attempts, created_at = now() - interval '1 day'");
    type Age = { task: string; retried: number; oldest: number };
    const age = (task: string) => of<Age>(task, "select * from tenancy.queue_ages()");
    const mail = await age("mail");
    expect(mail).toMatchObject({ retried: 1 });
    expect(mail?.oldest).toBeGreaterThanOrEqual(3_600);
    expect(mail?.oldest).toBeLessThan(7_200);
    expect(await age("scan")).toMatchObject({ retried: 0, oldest: 0 });
  });
});
