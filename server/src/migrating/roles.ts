import { escapeIdentifier } from "pg";
import { identityRole } from "../identity/database.ts";
import { workerRole } from "../jobs/database.ts";
import { workerFunctions } from "./file-functions.ts";
import {
  appFunctions,
  identityFunctions,
  registrarCalls,
  registrarFunctions,
  resolverFunctions,
} from "./functions.ts";
import { listedFunctions } from "./put-functions.ts";

/**
 * Who may enter the database and look into which schema. `public` keeps nothing: no temporary tables, no schema of its
 * own, no large objects.
 *
 * @param isSuper what PostgreSQL lets everybody call only a superuser takes from them
 */
export function schemasScript(database: string, isSuper: boolean): string {
  const db = escapeIdentifier(database);
  const comeIn = `toetssteen_app, ${identityRole}, ${workerRole}`;
  return `
    revoke all on database ${db} from public, ${comeIn};
    grant connect on database ${db} to ${comeIn};
    revoke all on schema public, toetssteen, tenancy from public;
    revoke all on schema identity from public, toetssteen_app, ${workerRole};
    grant usage on schema toetssteen, tenancy to toetssteen_app, toetssteen_resolver, toetssteen_registrar, ${workerRole};
    grant usage on schema tenancy to ${identityRole};
    grant usage on schema identity to toetssteen_registrar;
    revoke all on schema graphile_worker from public;
    grant usage on schema graphile_worker to ${workerRole}, toetssteen_registrar;
    -- Without "in schema": defaults of a schema only add to those of the role, which let everybody execute.
    alter default privileges revoke execute on functions from public;
    alter default privileges for role toetssteen_owner revoke execute on functions from public;
    ${isSuper ? builtInScript : ""}
  `;
}

/**
 * Functions of PostgreSQL that anybody may call and nobody of ours needs: large objects have no row security, whoever holds
 * a lock that has a number, ends other connections or tells the workers to stop holds up others, and figures and sizes of
 * tables are totals over all organisations.
 */
const notForEverybody =
  "^(lo_|lo(creat|open|read|write|import|export|unlink))|^pg_(try_)?advisory_|^pg_(terminate|cancel)_backend$|^pg_notify$" +
  "|^pg_stat_get_(?!xact_|activity|backend)|^pg_(total_)?(relation|table|indexes|database|tablespace)_size$|^txid_|^pg_(current_|next_)?(snapshot|wal|xact_commit)";

const builtInScript = `
    do $$
    declare f record;
    begin
      for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'pg_catalog' and p.proname ~ '${notForEverybody}' loop
        execute format('revoke execute on function %s from public', f.name);
        execute format('grant execute on function %s to pg_monitor', f.name);
      end loop;
    end $$;
    grant execute on function pg_catalog.pg_notify(text, text)
      to toetssteen_registrar, ${workerRole}, ${identityRole}, toetssteen_owner;
    grant execute on function pg_catalog.pg_advisory_xact_lock(bigint) to toetssteen_registrar;
    grant execute on function pg_catalog.pg_try_advisory_lock(bigint), pg_catalog.pg_try_advisory_xact_lock(integer, integer)
      to ${workerRole};`;

/** Who runs our functions, and as whom they run. Those of an earlier release keep what they have. */
export function functionGrantsScript(): string {
  const owned = new Set<string>([...resolverFunctions, ...registrarFunctions]);
  return `
    ${listedFunctions
      .filter((name) => !owned.has(name))
      .map((name) => `alter function ${name} owner to toetssteen_owner;`)
      .join("\n")}
    ${ownedBy("toetssteen_resolver", resolverFunctions)}
    ${ownedBy("toetssteen_registrar", registrarFunctions)}
    ${[...listedFunctions, "all functions in schema toetssteen"]
      .map(
        (name) => `revoke execute on ${name.startsWith("all") ? name : `function ${name}`}
      from public, toetssteen_app, ${identityRole}, toetssteen_resolver, toetssteen_registrar, ${workerRole};`,
      )
      .join("\n")}
    ${appFunctions.map((name) => `grant execute on function ${name} to toetssteen_app, toetssteen_resolver;`).join("\n")}
    ${identityFunctions.map((name) => `grant execute on function ${name} to ${identityRole};`).join("\n")}
    ${workerFunctions.map((name) => `grant execute on function ${name} to ${workerRole};`).join("\n")}
    ${queueScript()}
    ${registrarCalls.map((name) => `grant execute on function ${name} to toetssteen_registrar;`).join("\n")}
  `;
}

/**
 * The queue is for the worker, and for the functions that put something into it. graphile-worker's functions say where
 * they look everything up; that they look nowhere else is added here, as for our own.
 */
function queueScript(): string {
  return `
    revoke execute on all functions in schema graphile_worker from public, toetssteen_registrar;
    do $$
    declare f record;
    begin
      for f in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'graphile_worker'::regnamespace loop
        execute format('alter function %s set search_path = %L', f.name, '');
      end loop;
    end $$;`;
}

/** A function can only be given to a role that may make functions in its schema; it may for just this moment. */
function ownedBy(role: string, functions: readonly string[]): string {
  return `
    grant create on schema tenancy, toetssteen to ${role};
    ${functions.map((name) => `alter function ${name} owner to ${role};`).join("\n")}
    revoke create on schema tenancy, toetssteen from ${role};`;
}
