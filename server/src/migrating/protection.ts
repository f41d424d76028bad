import { createHash } from "node:crypto";
import { protectionByTable } from "../rights/policies.ts";
import { putFunctions, removeFunctions } from "./put-functions.ts";
import { inTransaction, type Query } from "../persistence/query.ts";
import { lockTimeoutInMs, patiently, type Patience } from "../persistence/patiently.ts";
import type { Release } from "../persistence/release.ts";
import { functionGrantsScript, schemasScript } from "./roles.ts";
import { functionsScript } from "./functions.ts";
import { catalogueDigests } from "./catalogue-digest.ts";

export { catalogueDigest } from "./catalogue-digest.ts";

/** What is put in place at once: a table, all functions, or what is about schemas. */
interface Unit {
  readonly name: string;
  readonly text: string;
  readonly put: () => Promise<void>;
}

/** What differs between administrators and moments, and belongs to the text of a unit. */
export interface Circumstances {
  readonly isSuper: boolean;
  /** The number of graphile-worker's last migration: a newer one may have brought tables and functions. */
  readonly queueMigration: number;
}

/**
 * Policies, grants and functions come from one list. Of these, what isn't as the list says is put in place: because its
 * text changed, or because somebody changed it by hand. Each table in a transaction of its own, with a short wait for
 * its lock, so that nobody who works waits long; functions of the release before stay for programs that call them.
 */
export async function protect(
  query: Query,
  circumstances: Circumstances,
  current: Release,
  patience: Patience = {},
): Promise<void> {
  const kept = new Map(
    (
      await query<{ unit: string; digest: string }>("select unit, digest from tenancy.put_in_place")
    ).map(({ unit, digest }) => [unit, digest]),
  );
  const before = await catalogueDigests(query);
  const differing = (await unitsOf(query, circumstances)).filter(
    ({ name, text }) => kept.get(name) !== digestOf(text, before.get(name)),
  );
  for (const { name, put } of differing)
    await patiently(
      name,
      () =>
        inTransaction(query, async () => {
          await query(`set local lock_timeout = ${lockTimeoutInMs}`);
          await put();
        }),
      patience,
    );
  const areRemoved = await removeFunctions(query, current);
  if (differing.length === 0 && !areRemoved) return;
  const after = await catalogueDigests(query);
  await keep(query, await unitsOf(query, circumstances), after);
}

/** In the order in which one needs the other. */
async function unitsOf(query: Query, { isSuper, queueMigration }: Circumstances): Promise<Unit[]> {
  const [database] = await query<{ name: string }>("select current_database() as name");
  const schemas = schemasScript(database?.name ?? "", isSuper);
  const functions = functionsScript();
  const grants = functionGrantsScript();
  const listed = protectionByTable();
  const tables = new Set([...listed.keys(), ...(await tablesThere(query))]);
  return [
    { name: "schemas", text: schemas, put: async () => void (await query(schemas)) },
    {
      name: "functions",
      text: `-- graphile-worker ${queueMigration}\n${functions}${grants}`,
      put: async () => {
        const opened = await putFunctions(query, functions);
        await query(grants);
        for (const table of opened) await query(scriptOf(table, listed.get(table)));
      },
    },
    ...[...tables].map((table) => {
      const script = scriptOf(table, listed.get(table));
      return { name: table, text: script, put: async () => void (await query(script)) };
    }),
  ];
}

/** Every table and view of ours, as `regclass` writes it; one that nobody listed loses what was granted on it. */
async function tablesThere(query: Query): Promise<string[]> {
  const found = await query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace::regnamespace::text in ('toetssteen', 'tenancy', 'graphile_worker', 'identity')
       and c.relkind in ('r', 'p', 'v', 'm')`,
  );
  return found.map(({ name }) => name);
}

function scriptOf(table: string, protection: readonly string[] = []): string {
  // What its own role, resolver and registrar have there comes from identity's migrations.
  const roles = table.startsWith("identity.")
    ? "public, toetssteen_app, toetssteen_worker"
    : "public, toetssteen_app, toetssteen_identity, toetssteen_resolver, toetssteen_registrar, toetssteen_worker";
  return `
    do $$
    declare p name;
    begin
      for p in select polname from pg_policy where polrelid = '${table}'::regclass loop
        execute format('drop policy %I on ${table}', p);
      end loop;
    end $$;
    revoke all on ${table} from ${roles};
    ${protection.map((statement) => `${statement};\n`).join("")}`;
}

async function keep(
  query: Query,
  units: readonly Unit[],
  catalogueDigest: ReadonlyMap<string, string>,
): Promise<void> {
  const [names, digests] = [
    units.map(({ name }) => name),
    units.map(({ name, text }) => digestOf(text, catalogueDigest.get(name))),
  ];
  await query(
    `with gone as (delete from tenancy.put_in_place where unit <> all ($1))
     insert into tenancy.put_in_place (unit, digest) select * from unnest($1::text[], $2::text[])
     on conflict (unit) do update set digest = excluded.digest where put_in_place.digest <> excluded.digest`,
    [names, digests],
  );
}

/** Of the text, and of what it makes in the catalogue. */
function digestOf(text: string, catalogueDigest = ""): string {
  return `${createHash("sha256").update(text).digest("hex")} ${catalogueDigest}`;
}
