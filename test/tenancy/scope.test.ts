import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createSource } from "@toetssteen/server/register/source";
import { nobody } from "@toetssteen/server/tenancy/principal";
import { createScopes, sharesOf, type ScopeOptions } from "@toetssteen/server/tenancy/scope";
import { QueueFull } from "@toetssteen/server/tenancy/turns";
import { createSharers } from "@toetssteen/server/tenancy/sharers";
import type { Limits } from "@toetssteen/server/tenancy/turns";
import { databaseCode } from "@toetssteen/server/persistence/database-code";
import { describe, expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** One operation is one transaction on one connection, in which the database knows who asks. */
const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");

const insertProgress = `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at)
  values ($1, $2, $3, 'TO_DO', now())`;
const touch =
  "update toetssteen.progress set touched_at = clock_timestamp() where organisation_id = $1 and part = $2";
const parts = async () =>
  (
    await world.rows<{ part: string }>(
      "select part from toetssteen.progress where organisation_id = $1",
      [library.id],
    )
  ).map(({ part }) => part);

await world.rows(
  `create function toetssteen.raise(code text) returns void language plpgsql as $$
     begin raise exception 'tried' using errcode = code; end $$`,
);
await world.rows("grant execute on function toetssteen.raise to toetssteen_app");
const raise = (code: string) => `select toetssteen.raise('${code}')`;

describe("what an operation wrote", () => {
  test("is kept when it says so, and undone when it does not or fails", async () => {
    await ask(
      world.scopes,
      asked(noor, "write"),
      insertProgress,
      [library.id, library.cycleId, "kept"],
      true,
    );
    await ask(
      world.scopes,
      asked(noor, "write"),
      insertProgress,
      [library.id, library.cycleId, "undone"],
      false,
    );
    const failing = world.scopes.inScope(asked(noor, "write"), async (scope) => {
      await scope.sql("", insertProgress, [library.id, library.cycleId, "failed"]);
      throw new Error("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await parts()).toEqual(["kept"]);
  });

  test("is not said to be kept when the database could not keep it", async () => {
    const before = await parts();
    const swallowed = world.scopes.inScope(asked(noor, "write"), async (scope) => {
      await scope.sql("", insertProgress, [library.id, library.cycleId, "swallowed"]);
      await scope.sql("", "select 1 / 0", []).catch(() => undefined);
      return { value: "all is well", keep: true };
    });
    await expect(swallowed).rejects.toThrow("COMMIT was answered with ROLLBACK");
    expect(await parts()).toEqual(before);
  });

  test("cannot be anything in an operation that only reads", async () => {
    const reading = ask(
      world.scopes,
      asked(noor, "read"),
      insertProgress,
      [library.id, library.cycleId, "read"],
      true,
    );
    await expect(reading).rejects.toMatchObject({ code: "25006" });
    expect(await parts()).not.toContain("read");
  });
});

describe("an operation that lost a race", () => {
  test("is done again once, whichever of the two it was", async () => {
    for (const part of ["left", "right"])
      await ask(
        world.scopes,
        asked(noor, "write"),
        insertProgress,
        [library.id, library.cycleId, part],
        true,
      );
    let runs = 0;
    const meeting = Promise.withResolvers<void>();
    const cross = (first: string, second: string) =>
      world.scopes.inScope(asked(noor, "write"), async (scope) => {
        runs += 1;
        await scope.sql("", touch, [library.id, first]);
        if (runs === 2) meeting.resolve();
        await meeting.promise;
        await scope.sql("", touch, [library.id, second]);
        return { value: "done", keep: true };
      });
    expect(await Promise.all([cross("left", "right"), cross("right", "left")])).toEqual([
      "done",
      "done",
    ]);
    expect(runs).toBe(3);
  });

  test.each(["40001", "40P01"])("gives up after the second %s", async (code) => {
    let runs = 0;
    const losing = world.scopes.inScope(asked(noor, "write"), async (scope) => {
      runs += 1;
      return { value: await scope.entities.query(raise(code)), keep: true };
    });
    const error = await losing.catch((reason: unknown) => reason);
    expect([databaseCode(error), runs]).toEqual([code, 2]);
  });

  test("is not done again when something else is wrong", async () => {
    let runs = 0;
    const wrong = world.scopes.inScope(asked(noor, "write"), async (scope) => {
      runs += 1;
      return { value: await scope.sql("", raise("23505"), []), keep: true };
    });
    await expect(wrong).rejects.toMatchObject({ code: "23505" });
    expect(runs).toBe(1);
  });
});

describe("the connection of an operation", () => {
  const settings = `select pg_backend_pid() as pid, current_setting('app.principal', true) as principal,
    current_setting('app.hat', true) as hat, current_setting('app.subject', true) as subject`;
  const unasked = { principal: nobody, hat: null, subjects: [], access: "read" } as const;

  test("tells the next one nothing about who asked before, even if they tried to leave it behind", async () => {
    const scopes = await world.pool(1);
    const [first] = await ask(
      scopes,
      asked(noor, "write"),
      `${settings}, set_config('app.principal', 'session:' || $1, false)`,
      [noor.token],
      true,
    );
    expect(first).toMatchObject({
      principal: `session:${noor.token}`,
      hat: library.id,
      subject: library.id,
    });
    const [next] = await ask(scopes, unasked, settings);
    expect(next).toEqual({
      pid: first!["pid"],
      principal: "",
      hat: "",
      subject: "",
    });
    expect(
      await ask(
        scopes,
        { ...unasked, hat: library.id, subjects: [library.id] },
        "select from toetssteen.progress",
      ),
    ).toEqual([]);
  });

  test("keeps no setting that a statement made to last", async () => {
    const scopes = await world.pool(1);
    const made = `select pg_backend_pid() as pid, set_config('statement_timeout', '0', false),
      set_config('default_transaction_read_only', 'on', false), set_config('row_security', 'off', false)`;
    const still = `select pg_backend_pid() as pid, current_setting('statement_timeout') as statements,
      current_setting('default_transaction_read_only') as read_only, current_setting('row_security') as row_security`;
    for (const keep of [true, false]) {
      const [before] = await ask(scopes, asked(noor, "write"), made, [], keep);
      expect(await ask(scopes, asked(noor, "write"), still)).toEqual([
        { pid: before!["pid"], statements: "15s", read_only: "off", row_security: "on" },
      ]);
    }
  });

  test.each([
    [
      "was cut",
      (pid: number) => world.asAdmin((query) => query("select pg_terminate_backend($1)", [pid])),
    ],
    ["stood idle too long", () => sleep(150)],
  ])("is not used again when it %s", async (_how, lose) => {
    const scopes = await world.pool(1);
    let pid = 0;
    const broken = scopes.inScope(asked(noor, "read"), async (scope) => {
      const [row] = await scope.sql<{ pid: number }>("", "select pg_backend_pid() as pid", []);
      pid = row!.pid;
      await scope.sql(
        "",
        "select set_config('idle_in_transaction_session_timeout', '50ms', true)",
        [],
      );
      await lose(pid);
      return { value: await scope.sql("", "select 1", []), keep: true };
    });
    await expect(broken).rejects.toThrow(/terminat|not queryable/);
    const [after] = await ask(scopes, asked(noor, "read"), "select pg_backend_pid() as pid");
    expect(after!["pid"]).not.toBe(pid);
  });

  test("is the same for plain statements and for TypeORM", async () => {
    const pid = "select pg_backend_pid() as pid";
    const [plain, typeorm] = await world.scopes.inScope(asked(noor, "read"), async (scope) => ({
      value: [await scope.sql("", pid, []), await scope.entities.query(pid)],
      keep: false,
    }));
    expect(typeorm).toEqual(plain);
  });

  test("stays in one transaction when TypeORM makes one inside it", async () => {
    await world.scopes.inScope(asked(noor, "write"), async (scope) => {
      const values = [library.id, library.cycleId, "inside"];
      await scope.entities.transaction((inner) => inner.query(insertProgress, values));
      return { value: null, keep: false };
    });
    expect(await parts()).not.toContain("inside");
  });
});

describe("connections are shared out", () => {
  /** So many of one who asks, each of which stays under way until it is let go. */
  async function holding(limits: Limits, size: number) {
    const source = await createSource(world.database.databaseUrl, size).initialize();
    const scopes = createScopes(source, { limits, sharers: createSharers() });
    const held: (() => void)[] = [];
    return {
      held,
      hold: (by: ScopeOptions) =>
        scopes.inScope(by, async () => {
          await new Promise<void>((resolve) => held.push(resolve));
          return { value: "done", keep: false };
        }),
      ask: (by: ScopeOptions) => scopes.inScope(by, async () => ({ value: "done", keep: false })),
      close: () => source.destroy(),
    };
  }
  const limits: Limits = { ...sharesOf(4), mostWaiting: 3, mostWaitingPerMember: 3 };

  test("so that who asks too much is turned away, with nothing of it run, and nobody else", async () => {
    const other = await world.library();
    const eva = await world.member(other, "reader");
    const shared = await holding(limits, 4);
    // Who they are is known from their first questions.
    for (const by of [noor, eva]) await shared.ask(asked(by, "read"));
    const running = Array.from({ length: 1 }, () => shared.hold(asked(noor, "read")));
    await expect.poll(() => shared.held.length, { timeout: 20_000 }).toBe(1);
    const waiting = Array.from({ length: 3 }, () => shared.ask(asked(noor, "read")));
    await expect(shared.ask(asked(noor, "read"))).rejects.toThrow(QueueFull);
    expect(await shared.ask(asked(eva, "read"))).toBe("done");
    for (const letGo of shared.held) letGo();
    expect(await Promise.all([...running, ...waiting])).toEqual(Array(4).fill("done"));
    await shared.close();
  });

  test("and one who names ever other organisations has no more of them for it", async () => {
    const eva = await world.member(await world.library(), "reader");
    const shared = await holding(limits, 4);
    for (const by of [noor, eva]) await shared.ask(asked(by, "read"));
    const named = () => ({ ...asked(noor, "read"), hat: randomUUID() });
    const running = [shared.hold(named()), shared.hold(named())];
    await expect.poll(() => shared.held.length, { timeout: 20_000 }).toBe(1);
    for (let times = 0; times < 3; times += 1) await shared.ask(asked(eva, "read"));
    expect(shared.held.length).toBe(1);
    shared.held[0]?.();
    await expect.poll(() => shared.held.length, { timeout: 20_000 }).toBe(2);
    shared.held[1]?.();
    await Promise.all(running);
    await shared.close();
  });
});

test("TypeORM still keeps its connection and its transaction where the scope's door expects them", async () => {
  const source = await createSource(world.database.databaseUrl, 1).initialize();
  try {
    const runner = source.createQueryRunner();
    expect(runner).toMatchObject({
      isTransactionActive: false,
      transactionDepth: 0,
      isReleased: false,
    });
    const client: unknown = await runner.connect();
    expect(runner).toHaveProperty("databaseConnection", client);
    expect(runner).toHaveProperty("releasePostgresConnection", expect.any(Function));
    await runner.startTransaction();
    expect(runner).toMatchObject({ isTransactionActive: true, transactionDepth: 1 });
    await runner.rollbackTransaction();
    await runner.release();
    expect(runner).toMatchObject({ isReleased: true });
  } finally {
    await source.destroy();
  }
});
