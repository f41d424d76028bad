import { setTimeout as sleep } from "node:timers/promises";
import { ScopeClosed } from "@toetssteen/server/tenancy/scoped-connection";
import type { Scope } from "@toetssteen/server/tenancy/scope";
import { beforeEach, describe, expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** A promise of one operation that goes on when the operation has ended, while its connection serves the next. */
const world = await openWorld();
const [library, other] = [await world.library(), await world.library()];
const noor = await world.member(library, "quality_coordinator");
const marit = await world.member(other, "quality_coordinator");

const insertProgress = (part: string) => ({
  text: "insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at) values ($1, $2, $3, 'TO_DO', now())",
  values: [library.id, library.cycleId, part],
});
const written = async (part: string) =>
  (await world.rows("select from toetssteen.progress where part = $1", [part])).length;

/** Both ways to the connection, each with a statement that would leave a trace. */
const ways: readonly [string, (scope: Scope, part: string) => Promise<unknown>][] = [
  [
    "a plain statement",
    (scope, part) => scope.sql("", insertProgress(part).text, insertProgress(part).values),
  ],
  [
    "TypeORM",
    (scope, part) => scope.entities.query(insertProgress(part).text, insertProgress(part).values),
  ],
];

/** Refused by the scope's door, which TypeORM wraps in an error of its own; or, a little later, by TypeORM itself. */
function refusedAsTooLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const reason = "driverError" in error ? error.driverError : error;
  return reason instanceof ScopeClosed || error.name === "QueryRunnerProviderAlreadyReleasedError";
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (refusedAsTooLate(error) ? "too late" : error),
  );

describe.each(ways)("a straggler through %s", (_way, straggle) => {
  beforeEach(() => world.rows("delete from toetssteen.progress"));

  test("is in time while its operation lasts", async () => {
    const value = await world.scopes.inScope(asked(noor, "write"), async (scope) => ({
      value: await outcome(straggle(scope, "in time")),
      keep: true,
    }));
    expect([value, await written("in time")]).toEqual(["done", 1]);
  });

  test("is refused after its operation, also while the next one has the connection", async () => {
    const scopes = await world.pool(1);
    const left = await scopes.inScope(asked(noor, "write"), async (scope) => ({
      value: scope,
      keep: true,
    }));
    expect(await outcome(straggle(left, "after"))).toBe("too late");
    const seen = await scopes.inScope(asked(marit, "write"), async (scope) => {
      const late = await outcome(straggle(left, "meanwhile"));
      return {
        value: [late, await scope.sql("", "select id from toetssteen.organisation", [])],
        keep: true,
      };
    });
    expect(seen).toEqual(["too late", [{ id: other.id }]]);
    expect([await written("after"), await written("meanwhile")]).toEqual([0, 0]);
  });

  test("is refused between the end of the work and the end of the transaction", async () => {
    const scopes = await world.pool(1);
    let late: Promise<unknown> = Promise.resolve();
    await scopes.inScope(asked(noor, "write"), async (scope) => {
      late = new Promise(
        (resolve) => void setImmediate(() => resolve(outcome(straggle(scope, "at the end")))),
      );
      return { value: null, keep: true };
    });
    expect([await late, await written("at the end")]).toEqual(["too late", 0]);
  });

  test("is undone with its operation, when that failed before it came", async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = world.scopes.inScope(asked(noor, "write"), async (scope) => {
      late = sleep(1).then(() => outcome(straggle(scope, "after a failure")));
      await scope.sql("", "select 1 / 0", []);
      return { value: null, keep: true };
    });
    await expect(failing).rejects.toMatchObject({ code: "22012" });
    await late;
    expect(await written("after a failure")).toBe(0);
  });

  test("that was sent and not awaited is part of its operation or refused, never of the next", async () => {
    const scopes = await world.pool(1);
    const late: Promise<unknown>[] = [];
    const work = async (scope: Scope) => {
      late.push(outcome(straggle(scope, "unawaited")));
      return { value: null, keep: false };
    };
    await scopes.inScope(asked(noor, "write"), work);
    expect(
      await ask(scopes, asked(marit, "read"), "select id from toetssteen.organisation"),
    ).toEqual([{ id: other.id }]);
    expect(["done", "too late"]).toContain(await late[0]);
    expect(await written("unawaited")).toBe(0);
  });
});

test("who goes round the scope to another connection finds no rows there, whomever that served before", async () => {
  const scopes = await world.pool(2);
  const slowly = "select id from toetssteen.organisation, pg_sleep(0.05)";
  const serve = () => ask(scopes, asked(noor, "read"), slowly, [], true);
  expect(await Promise.all([serve(), serve()])).toEqual([
    [{ id: library.id }],
    [{ id: library.id }],
  ]);
  const found = await scopes.inScope(asked(noor, "read"), async (scope) => ({
    value: await scope.entities.dataSource.query("select id from toetssteen.organisation"),
    keep: false,
  }));
  expect(found).toEqual([]);
});
