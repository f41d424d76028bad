import { expect, test } from "vitest";
import { inspectGrants } from "../support/inspect-grants.ts";
import { openWorld } from "../support/scenario.ts";

const world = await openWorld();

/** The complaints about the database as somebody changed it; the change is undone. */
async function complaints(change: string): Promise<string[]> {
  return world.asAdmin(async (query) => {
    await query(change);
    return inspectGrants(query);
  });
}

test("every role may do what is declared, and nothing else", async () => {
  expect(await complaints("select")).toEqual([]);
});

const onProgress = (privilege: string) => [
  `the right to ${privilege} to a role that doesn't need it`,
  `grant ${privilege} on toetssteen.progress to toetssteen_app`,
  `relation: ${privilege} on toetssteen.progress to toetssteen_app is granted and not declared`,
];

test.each([
  ...["delete", "truncate", "references", "trigger", "maintain"].map(onProgress),
  [
    "a table that everybody may read",
    "grant select on toetssteen.progress to public",
    "relation: select on toetssteen.progress to public is granted and not declared",
  ],
  [
    "a session's token readable by the application",
    "grant select (token) on identity.session to toetssteen_app",
    "column: select on identity.session.token to toetssteen_app is granted and not declared",
  ],
  [
    "a schema opened to everybody",
    "grant usage on schema tenancy to public",
    "schema: usage on tenancy to public is granted and not declared",
  ],
  [
    "the schema public given back",
    "grant usage, create on schema public to public",
    "schema: create on public to public is granted and not declared",
  ],
  [
    "identity's tables within reach",
    "grant usage on schema identity to toetssteen_app",
    "schema: usage on identity to toetssteen_app is granted and not declared",
  ],
  [
    "a function that everybody may call",
    "create function tenancy.stray() returns int language sql return 1; grant execute on function tenancy.stray() to public",
    "function: tenancy.stray() to public is granted and not declared",
  ],
  [
    "a function that lost its caller",
    "revoke execute on function tenancy.rights() from toetssteen_app",
    "function: tenancy.rights() to toetssteen_app is declared and not granted",
  ],
  [
    "a table that lost its reader",
    "revoke select on toetssteen.published_edition from toetssteen_app",
    "relation: select on toetssteen.published_edition to toetssteen_app is declared and not granted",
  ],
])("the inspection sees %s", async (_what, change, complaint) => {
  expect(await complaints(change!)).toContain(complaint);
});

test("the inspection sees temporary tables and connections given back to everybody", async () => {
  const found = await complaints(`grant all on database ${world.database.name} to public`);
  expect(found.toSorted()).toEqual(
    ["connect", "create", "temporary"].map(
      (right) => `database: ${right} to public is granted and not declared`,
    ),
  );
});
