import { protection } from "@toetssteen/server/rights/policies";
import { relations, type Relation } from "@toetssteen/server/rights/relations";
import type { Query } from "./scenario.ts";

export type Kept = Extract<Relation, { keeps: "tenant" | "two-sided" }>;

export const nameOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`;
export const kept = relations.filter(
  (relation): relation is Kept => relation.keeps === "tenant" || relation.keeps === "two-sided",
);
export const ownSchemas =
  "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_(toast_)?temp_'";

/**
 * What is wrong with the tables, keys and policies of a database, by the list of relations; nothing when empty.
 * @param generated what `generatePolicies` gave
 */
export async function inspectRelations(
  query: Query,
  generated: readonly string[],
): Promise<string[]> {
  return [
    ...(await inspectNames(query)),
    ...(await inspectRowSecurity(query)),
    ...(await inspectKeys(query)),
    ...(await inspectForeignKeys(query)),
    ...(await inspectPolicies(query, generated)),
  ];
}

/** Indexes, toast and row types go with their table; a sequence goes with the listed table whose column owns it. */
async function inspectNames(query: Query): Promise<string[]> {
  const found = await query<{ name: string; owner: string | null }>(
    `select n.nspname || '.' || c.relname as name,
       (select pn.nspname || '.' || p.relname from pg_depend d join pg_class p on p.oid = d.refobjid
          join pg_namespace pn on pn.oid = p.relnamespace
        where c.relkind = 'S' and d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
          and d.refclassid = 'pg_class'::regclass) as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind not in ('i', 'I', 't', 'c') and ${ownSchemas}`,
  );
  const listed = new Set(relations.map(nameOf));
  const present = new Set(found.map(({ name }) => name));
  return [
    ...found
      .filter(({ name, owner }) => !listed.has(owner ?? name))
      .map(({ name }) => `${name} is not on the list`),
    ...[...listed]
      .filter((name) => !present.has(name))
      .map((name) => `${name} is on the list and not in the database`),
  ];
}

async function inspectRowSecurity(query: Query): Promise<string[]> {
  const found = await query<{ name: string; enabled: boolean; forced: boolean }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ownSchemas}`,
  );
  const by = new Map(found.map((row) => [row.name, row]));
  return kept.map(nameOf).flatMap((name) => {
    const row = by.get(name);
    return [
      ...(row?.enabled ? [] : [`${name}: row security is not enabled`]),
      ...(row?.forced ? [] : [`${name}: row security is not forced`]),
    ];
  });
}

interface Key {
  name: string;
  index: string;
  primary: boolean;
  columns: (string | null)[];
}

async function inspectKeys(query: Query): Promise<string[]> {
  const keys = await query<Key>(
    `select n.nspname || '.' || c.relname as name, i.indexrelid::regclass::text as index, i.indisprimary as primary,
       array(select (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0)
         from unnest(i.indkey) with ordinality k (attnum, place) where k.place <= i.indnkeyatts order by k.place) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indisunique and ${ownSchemas}`,
  );
  return kept.flatMap((relation) => {
    const name = nameOf(relation);
    const column = relation.sides[0].column;
    const own = keys.filter((key) => key.name === name);
    return [
      ...(own.some((key) => key.primary) ? [] : [`${name}: no primary key`]),
      ...own
        .filter((key) => key.columns[0] !== column)
        .map((key) => `${name}: unique index ${key.index} does not start with ${column}`),
    ];
  });
}

export interface ForeignKey {
  child: string;
  name: string;
  columns: string[];
  parent: string;
  referenced: string[];
}

export async function foreignKeys(query: Query): Promise<ForeignKey[]> {
  const names = (attrelid: string, numbers: string) =>
    `array(select a.attname::text from unnest(${numbers}) with ordinality u (attnum, place)
       join pg_attribute a on a.attrelid = ${attrelid} and a.attnum = u.attnum order by u.place)`;
  return await query<ForeignKey>(
    `select n.nspname || '.' || c.relname as child, k.conname::text as name, ${names("k.conrelid", "k.conkey")} as columns,
       pn.nspname || '.' || p.relname as parent, ${names("k.confrelid", "k.confkey")} as referenced
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
     where k.contype = 'f' and ${ownSchemas} order by 1, 2`,
  );
}

/** A plain reference lets a row point at another organisation's: PostgreSQL checks it without row security. */
async function inspectForeignKeys(query: Query): Promise<string[]> {
  const by = new Map(kept.map((relation) => [nameOf(relation), relation]));
  return (await foreignKeys(query)).flatMap((key) => {
    const child = by.get(key.child);
    const parent = by.get(key.parent);
    if (!child || !parent) return [];
    const place = key.referenced.indexOf(parent.sides[0].column);
    const carried = child.sides.some(({ column }) => place >= 0 && key.columns[place] === column);
    return carried
      ? []
      : [`${key.child}: foreign key ${key.name} to ${key.parent} leaves out the organisation`];
  });
}

async function readPolicies(query: Query): Promise<string[]> {
  return (await query<{ policy: string }>(policies)).map(({ policy }) => policy);
}

/** The policies as the list of relations makes them, in the words in which PostgreSQL keeps them. */
export async function generatePolicies(query: Query): Promise<string[]> {
  for (const { statement } of await query<{ statement: string }>(drops)) await query(statement);
  const statements = relations
    .flatMap(protection)
    .filter((text) => text.startsWith("create policy"));
  await query(statements.join(";\n"));
  return readPolicies(query);
}

async function inspectPolicies(query: Query, generated: readonly string[]): Promise<string[]> {
  const present = await readPolicies(query);
  return [
    ...present
      .filter((policy) => !generated.includes(policy))
      .map((policy) => `not generated: ${policy}`),
    ...generated
      .filter((policy) => !present.includes(policy))
      .map((policy) => `missing: ${policy}`),
  ];
}

const policies = `select format('%s.%s %s %s %s to %s using (%s) with check (%s)',
    schemaname, tablename, policyname, permissive, cmd, array_to_string(roles, ', '), qual, with_check) as policy
  from pg_policies order by 1`;

const drops = `select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as statement from pg_policies`;
