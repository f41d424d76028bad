import { workerFunctions } from "@toetssteen/server/migrating/file-functions";
import {
  appFunctions,
  identityFunctions,
  registrarCalls,
  registrarFunctions,
  resolverFunctions,
} from "@toetssteen/server/migrating/functions";
import { relations, type Relation } from "@toetssteen/server/rights/relations";
import { nameOf, ownSchemas } from "./inspect-relations.ts";
import type { Query } from "./scenario.ts";

const app = "toetssteen_app";
const identity = "toetssteen_identity";
const resolver = "toetssteen_resolver";
const registrar = "toetssteen_registrar";
const worker = "toetssteen_worker";

/** What is granted to anybody (`public` included) and isn't declared, and the other way round; nothing when empty. */
export async function inspectGrants(query: Query): Promise<string[]> {
  return [
    ...compare("relation", await grantsOnRelations(query), declaredOnRelations()),
    ...compare("column", await grantsOnColumns(query), declaredOnColumns),
    ...compare("schema", await grantsOnSchemas(query), declaredOnSchemas),
    ...compare("database", await grantsOnDatabase(query), [
      `connect to ${app}`,
      `connect to ${identity}`,
      `connect to ${worker}`,
    ]),
    ...compare("function", await grantsOnFunctions(query), declaredOnFunctions()),
  ];
}

function compare(what: string, found: readonly string[], declared: readonly string[]): string[] {
  return [
    ...found
      .filter((grant) => !declared.includes(grant))
      .map((grant) => `${what}: ${grant} is granted and not declared`),
    ...declared
      .filter((grant) => !found.includes(grant))
      .map((grant) => `${what}: ${grant} is declared and not granted`),
  ];
}

const grantee = "case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee)::text end";
async function grantsOnRelations(query: Query): Promise<string[]> {
  return list(
    query,
    `select lower(g.privilege_type) || ' on ' || n.nspname || '.' || c.relname || ' to ' || ${grantee} as grant
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
     where ${ownSchemas} and g.grantee <> c.relowner`,
  );
}

function declaredOnRelations(): string[] {
  return relations.flatMap((relation) => {
    const to = (role: string, verbs: Iterable<string>) =>
      [...new Set(verbs)].map((verb) => `${verb} on ${nameOf(relation)} to ${role}`);
    return [
      ...to(app, verbsOfApp(relation)),
      ...(relation.resolves ? to(resolver, ["select"]) : []),
      ...(relation.registers ? to(registrar, ["select", ...relation.registers]) : []),
      ...(relation.works ? to(worker, ["select", ...relation.works]) : []),
      ...(relation.schema === "identity" && relation.name !== "migration"
        ? to(identity, ["select", "insert", "update", "delete"])
        : []),
      ...(nameOf(relation) === "identity.session" ? to(registrar, ["delete"]) : []),
    ];
  });
}

function verbsOfApp(relation: Relation): string[] {
  switch (relation.keeps) {
    case "closed":
      return [];
    case "readable by all":
      return ["select"];
    case "tenant":
    case "two-sided":
      return ["select", ...relation.sides.flatMap((side) => side.verbs)];
  }
}

async function grantsOnColumns(query: Query): Promise<string[]> {
  return list(
    query,
    `select lower(g.privilege_type) || ' on ' || n.nspname || '.' || c.relname || '.' || a.attname || ' to ' || ${grantee} as grant
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
     where ${ownSchemas} and g.grantee <> c.relowner`,
  );
}

const declaredOnColumns = [
  ...["token", "userId", "expiresAt"].map(
    (column) => `select on identity.session.${column} to ${resolver}`,
  ),
  ...["id", "name", "email"].map((column) => `select on identity.user.${column} to ${resolver}`),
  ...["id", "name", "email"].map((column) => `select on identity.user.${column} to ${registrar}`),
  ...["name", "updatedAt"].map((column) => `update on identity.user.${column} to ${registrar}`),
  `select on identity.session.userId to ${registrar}`,
];

async function grantsOnSchemas(query: Query): Promise<string[]> {
  return list(
    query,
    `select lower(g.privilege_type) || ' on ' || n.nspname || ' to ' || ${grantee} as grant
     from pg_namespace n, aclexplode(n.nspacl) g where ${ownSchemas} and g.grantee <> n.nspowner`,
  );
}

const declaredOnSchemas = [
  ...[app, resolver, registrar].flatMap((role) => [
    `usage on toetssteen to ${role}`,
    `usage on tenancy to ${role}`,
  ]),
  ...[identity, resolver, registrar].map((role) => `usage on identity to ${role}`),
  `usage on tenancy to ${identity}`,
  `usage on toetssteen to ${worker}`,
  `usage on tenancy to ${worker}`,
  ...[registrar, worker].map((role) => `usage on graphile_worker to ${role}`),
];

/** Without a list of its own, a database lets everybody connect and make temporary tables. */
async function grantsOnDatabase(query: Query): Promise<string[]> {
  return list(
    query,
    `select lower(g.privilege_type) || ' to ' || ${grantee} as grant
     from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
     where d.datname = current_database() and g.grantee <> d.datdba`,
  );
}

async function grantsOnFunctions(query: Query): Promise<string[]> {
  return list(
    query,
    `select n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ') to ' || ${grantee} as grant
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
     where ${ownSchemas} and g.grantee <> p.proowner`,
  );
}

function declaredOnFunctions(): string[] {
  const to = (role: string, functions: readonly string[], own: readonly string[]) =>
    functions.filter((name) => !own.includes(name)).map((name) => `${name} to ${role}`);
  return [
    ...to(app, appFunctions, []),
    ...to(resolver, appFunctions, resolverFunctions),
    ...to(identity, identityFunctions, []),
    ...to(registrar, registrarCalls, registrarFunctions),
    ...to(worker, workerFunctions, []),
  ];
}

async function list(query: Query, sql: string): Promise<string[]> {
  return (await query<{ grant: string }>(`${sql} order by 1`)).map(({ grant }) => grant);
}
