import { escapeIdentifier, escapeLiteral } from "pg";
import { appFunctions, identityFunctions, registrarFunctions, resolverFunctions } from "../tenancy/functions.ts";

/**
 * Roles and schemas. Timeouts are per role, so that no client and no forgotten setting can lift them. `public` keeps
 * nothing: no temporary tables, no schema of its own, no large objects.
 */
export function rolesScript(database: string, appPassword: string): string {
  const db = escapeIdentifier(database);
  return `
    do $$
    declare r text;
    begin
      foreach r in array array['toetssteen_owner', 'toetssteen_resolver', 'toetssteen_registrar', 'toetssteen_app'] loop
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

    revoke all on database ${db} from public;
    grant connect on database ${db} to toetssteen_app;
    create schema if not exists toetssteen authorization toetssteen_owner;
    create schema if not exists tenancy authorization toetssteen_owner;
    revoke all on schema public, toetssteen, tenancy from public;
    grant usage on schema toetssteen, tenancy to toetssteen_app, toetssteen_resolver, toetssteen_registrar;
    grant usage on schema tenancy to toetssteen_identity;
    grant usage on schema identity to toetssteen_registrar;
    grant select (id, email) on identity."user" to toetssteen_registrar;
    grant select ("userId"), delete on identity.session to toetssteen_registrar;
    grant references (id) on identity."user" to toetssteen_owner;
  `;
}

/** Who runs our functions, and as whom they run. Nobody reaches a large object: they have no row security. */
export function functionGrantsScript(): string {
  return `
    ${owned("toetssteen_resolver", resolverFunctions)}
    ${owned("toetssteen_registrar", registrarFunctions)}
    revoke execute on all functions in schema tenancy, toetssteen
      from public, toetssteen_app, toetssteen_identity, toetssteen_resolver, toetssteen_registrar;
    -- Without "in schema": defaults of a schema only add to those of the role, which let everybody execute.
    alter default privileges revoke execute on functions from public;
    alter default privileges for role toetssteen_owner revoke execute on functions from public;
    ${appFunctions.map((name) => `grant execute on function ${name} to toetssteen_app, toetssteen_resolver;`).join("\n")}
    ${identityFunctions.map((name) => `grant execute on function ${name} to toetssteen_identity;`).join("\n")}
    grant execute on function tenancy.person() to toetssteen_registrar;
    do $$
    declare f record;
    begin
      for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'pg_catalog' and p.proname ~ '^(lo_|lo(creat|open|read|write|import|export|unlink))' loop
        execute format('revoke execute on function %s from public', f.name);
      end loop;
    end $$;
  `;
}

/** A function can only be given to a role that may make functions in its schema; it may for just this moment. */
function owned(role: string, functions: readonly string[]): string {
  return `
    grant create on schema tenancy, toetssteen to ${role};
    ${functions.map((name) => `alter function ${name} owner to ${role};`).join("\n")}
    revoke create on schema tenancy, toetssteen from ${role};`;
}
