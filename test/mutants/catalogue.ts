import type { Client } from "pg";
import { conditionsOf } from "./conditions.ts";

/** One thing less in the database, which a test must notice. */
export interface Mutant {
  readonly name: string;
  /** The table or function that it was done to. */
  readonly of: string;
  /** Functions that need it, or that it calls, where they are known: what tests speak of. */
  readonly neededBy?: readonly string[];
  /** The change, as SQL. */
  readonly change: string;
  /** A flag of row security is what only the catalogue can show: nobody passes by it, on or off. */
  readonly kind: "flag" | "policy" | "table" | "function";
}

/**
 * Every mutant of a migrated database, made from its catalogue, so that what a migration adds is on the list without a
 * line here. Left out are notes that migrations keep for themselves, and graphile-worker's own tables but for their
 * policies, which are ours.
 */
export async function mutantsOf(database: Client): Promise<Mutant[]> {
  const all: Mutant[] = [];
  const less = [withoutFlag, withoutPolicy, withoutConstraint, withoutIndex, withoutTrigger];
  for (const query of less) all.push(...(await database.query<Mutant>(query)).rows);
  all.push(...(await database.query<PolicyText>(policyTexts)).rows.flatMap(widened));
  all.push(...(await database.query<FunctionText>(functionTexts)).rows.flatMap(laxer));
  return all;
}

const ours = `n.nspname in ('toetssteen', 'identity') and c.relname <> 'migration'`;
const tableName = `n.nspname || '.' || c.relname`;
const quoted = `c.oid::regclass`;

/** Every table that has row security, whoever made it. */
const withoutFlag = `
  select ${tableName} || ': row security not ' || word as name, ${tableName} as of, 'flag' as kind,
    format('alter table %s %s row level security', ${quoted}, how) as change
  from pg_class c join pg_namespace n on n.oid = c.relnamespace,
    (values ('enabled', 'disable'), ('forced', 'no force')) as flags (word, how)
  where ${ours} and c.relrowsecurity and c.relforcerowsecurity order by 1`;

const withoutPolicy = `
  select ${tableName} || ': without policy ' || p.polname as name, ${tableName} as of, 'policy' as kind,
    format('drop policy %I on %s', p.polname, ${quoted}) as change,
    array(select fn.nspname || '.' || f.proname from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace
      where f.proowner = any (p.polroles) and f.prosrc ~ ('\\m' || c.relname || '\\M') order by 1) as "neededBy"
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace order by 1`;

/** What points to a key goes with it. */
const withoutConstraint = `
  select ${tableName} || ': without ' || k.conname as name, ${tableName} as of, 'table' as kind,
    format('alter table %s drop constraint %I cascade', ${quoted}, k.conname) as change
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and k.contype in ('c', 'f', 'p', 'u', 'x') order by 1`;

const withoutIndex = `
  select ${tableName} || ': without ' || x.relname as name, ${tableName} as of, 'table' as kind,
    format('drop index %s', x.oid::regclass) as change
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and i.indisunique and not exists (select from pg_constraint k where k.conindid = x.oid and k.contype in ('p', 'u', 'x'))
  order by 1`;

const withoutTrigger = `
  select ${tableName} || ': without trigger ' || t.tgname as name, ${tableName} as of, 'table' as kind,
    format('drop trigger %I on %s', t.tgname, ${quoted}) as change,
    array[(select fn.nspname || '.' || f.proname from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace
      where f.oid = t.tgfoid)] as "neededBy"
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not t.tgisinternal order by 1`;

interface PolicyText {
  of: string;
  policy: string;
  /** Up to the condition, which is to follow in brackets. */
  alter: string;
  clause: "using" | "with check";
  text: string;
}

const policyTexts = `
  select ${tableName} as of, p.polname::text as policy, format('alter policy %I on %s', p.polname, ${quoted}) as alter,
    clause, pg_get_expr(expression, p.polrelid) as text
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace,
    lateral (values ('using', p.polqual), ('with check', p.polwithcheck)) as clauses (clause, expression)
  where pg_get_expr(expression, p.polrelid) <> 'true' order by 1, 2, 4`;

function widened({ of, policy, alter, clause, text }: PolicyText): Mutant[] {
  return without(`where ${text}`, `${of}: policy ${policy}, ${clause},`).map(({ name, sql }) => ({
    name,
    of,
    change: `${alter} ${clause} (${sql.slice("where ".length)})`,
    kind: "policy",
  }));
}

interface FunctionText {
  of: string;
  definition: string;
  body: string;
}

const functionTexts = `
  select n.nspname || '.' || p.proname as of, pg_get_functiondef(p.oid) as definition, p.prosrc as body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('toetssteen', 'tenancy', 'identity') order by 1, p.oid`;

function laxer({ of, definition, body }: FunctionText): Mutant[] {
  const [before = "", after = ""] = definition.split(body);
  return without(body, `${of}()`).map(({ name, sql }) => ({
    name,
    of,
    change: before + sql + after,
    kind: "function",
  }));
}

/** The text once for each of its conditions, with that one not asked. */
function without(sql: string, where: string): { name: string; sql: string }[] {
  const seen = new Map<string, number>();
  return conditionsOf(sql).map(({ from, to, text, instead }) => {
    const shown = text.replaceAll(/\s+/g, " ");
    const times = (seen.get(shown) ?? 0) + 1;
    seen.set(shown, times);
    return {
      name: `${where} without asking ${shown}${times > 1 ? ` (${times})` : ""}`,
      sql: sql.slice(0, from) + instead + sql.slice(to),
    };
  });
}
