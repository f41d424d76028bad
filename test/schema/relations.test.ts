import { expect, test } from "vitest";
import { generatePolicies, inspectRelations, kept, nameOf } from "../support/inspect-relations.ts";
import { openWorld } from "../support/scenario.ts";

const world = await openWorld();
const generated = await world.asAdmin(generatePolicies);

/** The complaints about the database as somebody changed it; the change is undone. */
async function complaints(change: string): Promise<string[]> {
  return world.asAdmin(async (query) => {
    await query(change);
    return inspectRelations(query, generated);
  });
}

test("every table keeps organisations apart as the list of relations says", async () => {
  expect(kept.length).toBeGreaterThanOrEqual(8);
  expect(await complaints("select")).toEqual([]);
});

test.each([
  [
    "a table nobody listed",
    "create table toetssteen.stray (id int)",
    "toetssteen.stray is not on the list",
  ],
  [
    "a view in another schema",
    "create view public.stray as select 1 as one",
    "public.stray is not on the list",
  ],
  [
    "a materialized view",
    "create materialized view tenancy.stray as select 1 as one",
    "tenancy.stray is not on the list",
  ],
  [
    "a sequence of its own",
    "create sequence toetssteen.stray",
    "toetssteen.stray is not on the list",
  ],
  [
    "a table in a new schema",
    "create schema stray create table stray (id int)",
    "stray.stray is not on the list",
  ],
  [
    "a partition",
    "create table toetssteen.stray (id int) partition by list (id)",
    "toetssteen.stray is not on the list",
  ],
  [
    "a listed table that is gone",
    "drop table toetssteen.published_edition cascade",
    "toetssteen.published_edition is on the list and not in the database",
  ],
  [
    "row security switched off",
    "alter table toetssteen.progress disable row level security",
    "toetssteen.progress: row security is not enabled",
  ],
  [
    "row security not forced",
    "alter table toetssteen.progress no force row level security",
    "toetssteen.progress: row security is not forced",
  ],
  [
    "a unique index across organisations",
    "create unique index stray on toetssteen.progress (part, organisation_id)",
    "toetssteen.progress: unique index toetssteen.stray does not start with organisation_id",
  ],
  [
    "a table without primary key",
    "alter table toetssteen.activity drop constraint activity_pkey",
    "toetssteen.activity: no primary key",
  ],
  [
    "a reference that leaves out the organisation",
    "create unique index lone on toetssteen.cycle (id); alter table toetssteen.progress add constraint stray foreign key (cycle_id) references toetssteen.cycle (id)",
    "toetssteen.progress: foreign key stray to toetssteen.cycle leaves out the organisation",
  ],
])("the inspection sees %s", async (_what, change, complaint) => {
  expect(await complaints(change)).toContain(complaint);
});

test.each(kept.map((relation) => [nameOf(relation)]))(
  "the inspection sees that %s lost a policy or gained one",
  async (name) => {
    const [lost] = await complaints(`drop policy app_select on ${name}`);
    expect(lost).toMatch(`missing: ${name} app_select PERMISSIVE SELECT to toetssteen_app using (`);
    const [wide] = await complaints(`create policy stray on ${name} using (true)`);
    expect(wide).toBe(
      `not generated: ${name} stray PERMISSIVE ALL to public using (true) with check ()`,
    );
  },
);

test("the inspection sees a policy that was widened, and one on a closed table", async () => {
  const widened = await complaints("alter policy app_select on toetssteen.progress using (true)");
  expect(widened).toEqual([
    "not generated: toetssteen.progress app_select PERMISSIVE SELECT to toetssteen_app using (true) with check ()",
    expect.stringMatching(
      /^missing: toetssteen\.progress app_select .*tenancy\.reads\('progress'::text\)/,
    ),
  ]);
  const opened = await complaints("create policy stray on identity.session using (true)");
  expect(opened).toEqual([expect.stringMatching(/^not generated: identity\.session stray/)]);
});
