import { migrate } from "@toetssteen/server/migrating/migrate";
import { catalogueDigest } from "@toetssteen/server/migrating/protection";
import { putRoles } from "@toetssteen/server/migrating/put-roles";
import { expect, test } from "vitest";
import { inspectGrants } from "../support/inspect-grants.ts";
import { generatePolicies, inspectRelations } from "../support/inspect-relations.ts";
import { ask, asked, openWorld, type Query } from "../support/scenario.ts";

/** Whatever somebody changed by hand in who sees what, a start puts back. */
const world = await openWorld();
const generated = await world.asAdmin(generatePolicies);
const start = () => migrate(world.database);
const complaintsBy = async (query: Query) => [
  ...(await inspectGrants(query)),
  ...(await inspectRelations(query, generated)),
];
const policies = () => world.rows("select oid from pg_policy order by oid");

const changes: readonly (readonly [string, string])[] = [
  ["a policy that is gone", "drop policy app_select on toetssteen.plan"],
  ["a policy that was widened", "alter policy app_select on toetssteen.progress using (true)"],
  ["a policy of somebody's own", "create policy stray on toetssteen.progress using (true)"],
  ["a policy on a closed table", "create policy stray on identity.session using (true)"],
  ["row security switched off", "alter table toetssteen.cycle disable row level security"],
  ["row security not forced", "alter table toetssteen.passage no force row level security"],
  ["a right to delete", "grant delete on toetssteen.progress to toetssteen_app"],
  ["a table that everybody reads", "grant select on toetssteen.progress to public"],
  ["a session's token", "grant select (token) on identity.session to toetssteen_app"],
  ["identity within reach", "grant usage on schema identity to toetssteen_app"],
  ["passwords within reach", "grant select on identity.account to toetssteen_worker"],
  ["a right that is gone", "revoke insert on toetssteen.access_log from toetssteen_app"],
  [
    "a function that everybody calls",
    "grant execute on function tenancy.enqueue_mail(jsonb, text) to public",
  ],
  [
    "a function nobody listed",
    "create function tenancy.stray() returns int language sql set search_path = '' return 1; grant execute on function tenancy.stray() to toetssteen_app",
  ],
];

test.each(changes)("a start notices %s", async (_what, change) => {
  await world.asAdmin(async (query) => {
    const before = await catalogueDigest(query);
    expect(await complaintsBy(query)).toEqual([]);
    await query(change);
    expect(await complaintsBy(query)).not.toEqual([]);
    expect(await catalogueDigest(query)).not.toBe(before);
  });
});

test("a start puts it all back, and changes nothing where nothing was changed", async () => {
  await start();
  const before = await policies();
  for (const [, change] of changes) await world.asOperator(change);
  await world.asOperator(`grant temporary on database ${world.database.name} to toetssteen_app`);
  expect((await world.asAdmin(complaintsBy)).length).toBeGreaterThan(changes.length);
  await start();
  expect(await world.asAdmin(complaintsBy)).toEqual([]);
  const after = await policies();
  expect(after).toHaveLength(before.length);
  await start();
  expect(await policies()).toEqual(after);
});

test("a start closes rows again that a function of somebody's own had opened", async () => {
  const library = await world.library();
  const other = await world.member(await world.library(), "reader");
  const subjects = [library.id];
  const looks = () =>
    ask(world.scopes, asked(other, "read", { subjects }), "select from toetssteen.cycle");
  expect(await looks()).toHaveLength(0);
  await world.asOperator(
    `create or replace function tenancy.reads(of_kind text) returns setof uuid language sql stable set search_path = ''
     as $$ select unnest(tenancy.subjects()) $$`,
  );
  expect(await looks()).toHaveLength(1);
  await start();
  expect(await looks()).toHaveLength(0);
});

test("a start takes away that one of our roles may become another", async () => {
  await world.asAdmin(async (query) => {
    const members = () =>
      query(
        "select from pg_auth_members where roleid = 'toetssteen_registrar'::regrole and member = 'toetssteen_app'::regrole",
      );
    await query("grant toetssteen_registrar to toetssteen_app");
    expect(await members()).toHaveLength(1);
    await putRoles(query, world.database);
    expect(await members()).toHaveLength(0);
  });
});
