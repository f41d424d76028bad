import { escapeIdentifier, escapeLiteral } from "pg";
import { workerPasswordVerifier, workerRole } from "../jobs/database.ts";
import { workerFunctions } from "../tenancy/file-functions.ts";
import {
  appFunctions,
  identityFunctions,
  registrarCalls,
  registrarFunctions,
  resolverFunctions,
} from "../tenancy/functions.ts";

/**
 * Roles and schemas. Timeouts are per role, so that no client has to remember them. `public` keeps
 * nothing: no temporary tables, no schema of its own, no large objects.
 */
export function rolesScript(database: string, appPassword: string, secret: string): string {
  const db = escapeIdentifier(database);
  return `
    do $$
    declare r text;
    begin
      foreach r in array array['toetssteen_owner', 'toetssteen_resolver', 'toetssteen_registrar', 'toetssteen_app', '${workerRole}'] loop
        if not exists (select from pg_roles where rolname = r) then execute format('create role %I', r); end if;
      end loop;
    end $$;
    alter role toetssteen_owner nologin noinherit nobypassrls nosuperuser;
    alter role toetssteen_resolver nologin noinherit nobypassrls nosuperuser;
    alter role toetssteen_registrar nologin noinherit nobypassrls nosuperuser;
    alter role toetssteen_app login noinherit nobypassrls nosuperuser nocreatedb nocreaterole
      connection limit -1 password ${escapeLiteral(appPassword)};
    alter role toetssteen_app set statement_timeout = '15s';
    alter role toetssteen_app set lock_timeout = '5s';
    alter role toetssteen_app set idle_in_transaction_session_timeout = '20s';
    alter role toetssteen_app set transaction_timeout = '30s';
    alter role toetssteen_app set default_transaction_isolation = 'read committed';
    alter role toetssteen_app set search_path = '';
    alter role ${workerRole} login noinherit nobypassrls nosuperuser nocreatedb nocreaterole
      password ${escapeLiteral(workerPasswordVerifier(secret))};
    alter role ${workerRole} set statement_timeout = '15s';
    alter role ${workerRole} set lock_timeout = '5s';
    alter role ${workerRole} set idle_in_transaction_session_timeout = '20s';
    alter role ${workerRole} set transaction_timeout = '30s';
    alter role ${workerRole} set search_path = '';

    -- None of them may become another, whoever granted that.
    do $$
    declare r record;
    begin
      for r in select a.rolname as role, m.rolname as member from pg_auth_members
        join pg_roles a on a.oid = roleid join pg_roles m on m.oid = member
        where a.rolname ~ '^toetssteen_' and m.rolname ~ '^toetssteen_' loop
        execute format('revoke %I from %I', r.role, r.member);
      end loop;
    end $$;
    revoke all on database ${db} from public, toetssteen_app, ${workerRole};
    grant connect on database ${db} to toetssteen_app, ${workerRole};
    create schema if not exists toetssteen authorization toetssteen_owner;
    create schema if not exists tenancy authorization toetssteen_owner;
    revoke all on schema public, toetssteen, tenancy from public;
    grant usage on schema toetssteen, tenancy to toetssteen_app, toetssteen_resolver, toetssteen_registrar;
    grant usage on schema toetssteen, tenancy to ${workerRole};
    grant usage on schema tenancy to toetssteen_identity;
    grant usage on schema identity to toetssteen_registrar;
    grant select (id, email) on identity."user" to toetssteen_registrar;
    grant select ("userId"), delete on identity.session to toetssteen_registrar;
    grant references (id) on identity."user" to toetssteen_owner;
  `;
}

/**
 * Functions of PostgreSQL that anybody may call and nobody of ours needs: large objects have no row security, a lock of
 * the session outlives the transaction, and who ends other connections or tells the workers to stop holds up others.
 */
const notForEverybody =
  "^(lo_|lo(creat|open|read|write|import|export|unlink))|^pg_(try_)?advisory_lock|^pg_(terminate|cancel)_backend$|^pg_notify$";

/** Who runs our functions, and as whom they run. */
export function functionGrantsScript(): string {
  return `
    ${owned("toetssteen_resolver", resolverFunctions)}
    ${owned("toetssteen_registrar", registrarFunctions)}
    revoke execute on all functions in schema tenancy, toetssteen
      from public, toetssteen_app, toetssteen_identity, toetssteen_resolver, toetssteen_registrar, ${workerRole};
    -- Without "in schema": defaults of a schema only add to those of the role, which let everybody execute.
    alter default privileges revoke execute on functions from public;
    alter default privileges for role toetssteen_owner revoke execute on functions from public;
    ${appFunctions.map((name) => `grant execute on function ${name} to toetssteen_app, toetssteen_resolver;`).join("\n")}
    ${identityFunctions.map((name) => `grant execute on function ${name} to toetssteen_identity;`).join("\n")}
    ${workerFunctions.map((name) => `grant execute on function ${name} to ${workerRole};`).join("\n")}
    ${queueScript()}
    ${registrarCalls.map((name) => `grant execute on function ${name} to toetssteen_registrar;`).join("\n")}
    do $$
    declare f record;
    begin
      for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'pg_catalog' and p.proname ~ '${notForEverybody}' loop
        execute format('revoke execute on function %s from public', f.name);
      end loop;
    end $$;
    grant execute on function pg_catalog.pg_notify(text, text)
      to toetssteen_registrar, ${workerRole}, toetssteen_identity, toetssteen_owner;
    -- For a round on a connection of its own, which is closed after it.
    grant execute on function pg_catalog.pg_try_advisory_lock(bigint) to ${workerRole};
  `;
}

/**
 * The queue is for the worker, and for the functions that put something into it. graphile-worker's functions say where
 * they look everything up; that they look nowhere else is added here, as for our own.
 */
function queueScript(): string {
  return `
    revoke all on schema graphile_worker from public;
    grant usage on schema graphile_worker to ${workerRole}, toetssteen_registrar;
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
function owned(role: string, functions: readonly string[]): string {
  return `
    grant create on schema tenancy, toetssteen to ${role};
    ${functions.map((name) => `alter function ${name} owner to ${role};`).join("\n")}
    revoke create on schema tenancy, toetssteen from ${role};`;
}
