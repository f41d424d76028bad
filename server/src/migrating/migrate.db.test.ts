import { Client } from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openWorld } from "../../../test/support/scenario.ts";
import { StartError } from "../start-error.ts";
import { migrate } from "./migrate.ts";
import { protect, catalogueDigest } from "./protection.ts";
import { withConnection } from "../persistence/query.ts";
import { awaitRelease, release } from "../persistence/release.ts";

/** The step that changes the database, on one that serves. */
const world = await openWorld();
const { adminUrl, databaseUrl } = world.database;
const start = () => migrate(world.database);
const asOfNow = () => world.asAdmin(catalogueDigest);
const circumstances = { isSuper: true, queueMigration: 0 };

const indexes = () =>
  world.rows("select indexdef from pg_indexes where tablename = 'evidence_file' order by 1");
const functions = async () =>
  (
    await world.rows<{ name: string }>(
      "select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'tenancy'::regnamespace",
    )
  ).map(({ name }) => name);

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as Error;
  expect(message).not.toContain("\n");
  return message;
}

beforeEach(async () => {
  await world.asOperator(
    `insert into tenancy.release (number, serves_from) values (${release.number}, ${release.servesFrom})
     on conflict (only_one) do update set number = excluded.number, serves_from = excluded.serves_from`,
  );
});

test("where nothing differs nothing is written: no role, no table, no policy, no function", async () => {
  await start();
  const touched = () =>
    world.asAdmin((query) =>
      query(
        `select 'role' as what, oid, xmin::text from pg_authid where rolname ~ '^toetssteen_'
       union all select 'table', oid, xmin::text from pg_class where relnamespace::regnamespace::text in ('toetssteen', 'tenancy', 'identity', 'graphile_worker')
       union all select 'policy', oid, xmin::text from pg_policy
       union all select 'function', oid, xmin::text from pg_proc where pronamespace::regnamespace::text in ('toetssteen', 'tenancy', 'graphile_worker')
       union all select 'schema', oid, xmin::text from pg_namespace
       union all select 'database', oid, xmin::text from pg_database where datname = current_database() order by 1, 2`,
      ),
    );
  const before = await touched();
  expect(before.length).toBeGreaterThan(200);
  await start();
  expect(await touched()).toEqual(before);
});

describe("a program of another release", () => {
  test("that is older changes nothing, and says so", async () => {
    await world.asOperator("update tenancy.release set number = 90, serves_from = 89");
    await world.asOperator(
      "create or replace function tenancy.hat() returns uuid language sql stable set search_path = '' return null::uuid",
    );
    const before = await asOfNow();
    expect(await refusal(start())).toBe(
      `the database is of release 90 and this program of ${release.number}: only a program of 90 or newer may migrate it`,
    );
    expect(await asOfNow()).toBe(before);
    await world.asOperator("update tenancy.release set number = 0, serves_from = 0");
    await start();
    expect(await asOfNow()).not.toBe(before);
  });

  test("that the database doesn't serve any more doesn't start, and isn't waited for", async () => {
    await world.asOperator("update tenancy.release set number = 90, serves_from = 89");
    const say = vi.fn<(line: string) => void>();
    expect(await refusal(awaitRelease(databaseUrl, say))).toBe(
      `the database is of release 90, which serves programs from 89 on, and this program is of ${release.number}: start the newer version`,
    );
    expect(say).not.toHaveBeenCalled();
  });

  test("that the database still serves starts", async () => {
    await world.asOperator(
      `update tenancy.release set number = 90, serves_from = ${release.number}`,
    );
    await expect(awaitRelease(databaseUrl, () => {})).resolves.toBeUndefined();
  });

  test("that is newer waits until it was migrated, and says once what for", async () => {
    await world.asOperator("delete from tenancy.release");
    const line = `the database is of release 0 and this program needs ${release.number}: run npm run migrate of this version`;
    expect(await refusal(awaitRelease(databaseUrl, () => {}, 0))).toBe(line);
    let migrated: Promise<void> | undefined;
    const say = vi.fn<(line: string) => void>(() => {
      migrated = start();
    });
    await awaitRelease(databaseUrl, say);
    expect(say.mock.calls).toEqual([[`Waiting for the database: ${line}.`]]);
    await migrated;
  });

  test("from before there were releases can't put its own back", async () => {
    const before = await asOfNow();
    await expect(
      world.asOperator(`do $$ begin drop policy app_select on toetssteen.plan; end $$;
        delete from tenancy.applied_policies`),
    ).rejects.toThrow("This database is of a newer release than this program");
    expect(await asOfNow()).toBe(before);
  });
});

describe("a migration that was applied", () => {
  test.each([
    ["tenancy.applied_migration", "name = 'Search1764700000000'", "Search1764700000000"],
    ["identity.migration", "number = 2", "identity 2"],
  ])("with another text stops what follows (%s)", async (table, which, name) => {
    await start();
    const kept = await world.rows<{ digest: string }>(`select digest from ${table} where ${which}`);
    await world.asOperator(`update ${table} set digest = 'another' where ${which}`);
    expect(await refusal(start())).toMatch(
      new RegExp(`^migration ${name} was applied to this database with another text`),
    );
    await world.asOperator(`update ${table} set digest = '${kept[0]?.digest}' where ${which}`);
    await expect(start()).resolves.toBeUndefined();
  });
});

test("a database from before all this is brought to what a new one is, and its functions stay for a release", async () => {
  await start();
  const [before, own] = [await indexes(), await functions()];
  await world.asOperator(`
    drop index toetssteen.evidence_file_of_object, toetssteen.evidence_file_unscanned;
    create index evidence_file_under_way on toetssteen.evidence_file (started_at) where state in ('uploading', 'quarantined');
    drop table tenancy.release, tenancy.release_function, tenancy.put_in_place;
    alter table tenancy.applied_migration drop column digest;
    alter table identity.migration drop column digest;
    drop trigger refuse_earlier_release on tenancy.applied_policies;
    drop function toetssteen.refuse_earlier_release();
    delete from tenancy.applied_migration where name ~ '^(EvidenceIndexes|Releases)';
    create function tenancy.of_before() returns integer language sql set search_path = '' return 1;
    grant execute on function tenancy.of_before() to toetssteen_app`);
  await start();
  expect(await indexes()).toEqual(before);
  expect(await functions()).toEqual(expect.arrayContaining([...own, "tenancy.of_before()"]));
  const called = await withConnection({ connectionString: databaseUrl }, (query) =>
    query("select tenancy.of_before() as one"),
  );
  expect(called).toEqual([{ one: 1 }]);
  const none = await world.rows("select from tenancy.applied_migration where digest is null");
  expect(none).toEqual([]);
  await withConnection({ connectionString: adminUrl }, (query) =>
    protect(query, circumstances, { number: release.number + 1, servesFrom: release.number }),
  );
  expect((await functions()).toSorted()).toEqual(own.toSorted());
  await start();
});

test("a function that the release before called stays for that one, and goes with the next", async () => {
  await start();
  const stays = async (current: { number: number; servesFrom: number }) => {
    await withConnection({ connectionString: adminUrl }, (query) =>
      protect(query, circumstances, current),
    );
    return (await functions()).includes("tenancy.earlier(text)");
  };
  await world.asOperator(`
    create function tenancy.earlier(text) returns text language sql set search_path = '' return $1;
    insert into tenancy.release_function values ('tenancy.earlier(text)', ${release.number})`);
  const next = release.number + 1;
  expect(await stays({ number: next, servesFrom: release.number })).toBe(true);
  expect(await stays({ number: next + 1, servesFrom: next })).toBe(false);
  await start();
});

test("a function that gives something else than before is put in place, with the policies that call it", async () => {
  await start();
  const before = await asOfNow();
  await world.asOperator(`
    drop function tenancy.writes(text) cascade;
    create function tenancy.writes(of_kind text) returns setof text language sql stable set search_path = '' return 'x'`);
  expect(await asOfNow()).not.toBe(before);
  await start();
  expect(await asOfNow()).toBe(before);
});

test("a table that a dump holds is waited for, while its readers and all other tables go on", async () => {
  await start();
  const before = await asOfNow();
  await world.asOperator("alter policy app_select on toetssteen.progress using (false)");
  await world.asOperator("alter policy app_select on toetssteen.passage using (false)");
  const dump = new Client({ connectionString: adminUrl });
  await dump.connect();
  await dump.query("begin; lock table toetssteen.passage in access share mode");
  const said: string[] = [];
  const waiting = Promise.withResolvers<void>();
  const say = (line: string) => {
    said.push(line);
    waiting.resolve();
  };
  const migrated = migrate(world.database, { say });
  await Promise.race([waiting.promise, migrated]);
  expect(said).toEqual([expect.stringContaining("toetssteen.passage")]);
  await withConnection({ connectionString: databaseUrl }, async (query) => {
    for (let each = 0; each < 20; each += 1) {
      const began = performance.now();
      await query("select from toetssteen.passage limit 1");
      await query("select from toetssteen.progress limit 1");
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
  await dump.query("commit");
  await dump.end();
  await migrated;
  expect(await asOfNow()).toBe(before);
});

test("a lock that nobody gives back is told by its table", async () => {
  await start();
  await world.asOperator("alter policy app_select on toetssteen.passage using (false)");
  const dump = new Client({ connectionString: adminUrl });
  await dump.connect();
  await dump.query("begin; lock table toetssteen.passage in access share mode");
  const line = await refusal(migrate(world.database, { givingUpAfter: 0 }));
  expect(line).toMatch(/^toetssteen\.passage could not be locked/);
  await dump.end();
  await start();
});
