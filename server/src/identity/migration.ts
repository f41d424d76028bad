import pg from "pg";
import { identityPasswordVerifier, identityRole } from "./database.ts";
import { accounts } from "./migrations/1-accounts.ts";
import { secondFactor } from "./migrations/2-second-factor.ts";
import { blocked } from "./migrations/3-blocked.ts";

const migrations: readonly string[] = [accounts, secondFactor, blocked];

/** Any fixed number that nothing else in the database locks; better-auth's own migrator takes no lock. */
const lockKey = 718_204_005;

/**
 * Brings the schema `identity` to this release's shape: roles, tables, grants. One transaction, so it is all or
 * nothing; servers that start together wait for each other.
 *
 * @param input.adminUrl connects as a role that may create roles and schemas
 * @param input.secret the session secret, from which the password of the identity role is derived
 */
export async function migrateIdentity(input: { adminUrl: string; secret: string }): Promise<void> {
  const client = new pg.Client({ connectionString: input.adminUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
    await client.query(rolesScript(input.secret));
    await client.query(`
      set local role toetssteen_owner;
      set local search_path = identity;
      create table if not exists migration (number integer primary key, "appliedAt" timestamptz not null default now());
    `);
    const applied = await client.query<{ number: number }>("select number from migration");
    for (const [index, script] of migrations.entries()) {
      if (applied.rows.some((row) => row.number === index + 1)) continue;
      await client.query(script);
      await client.query("insert into migration (number) values ($1)", [index + 1]);
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

function rolesScript(secret: string): string {
  return `
    do $$
    declare r text;
    begin
      -- Roles belong to the whole cluster, the advisory lock to one database: hold back who migrates another one.
      if (select rolsuper from pg_roles where rolname = current_user) then lock table pg_authid in share row exclusive mode; end if;
      foreach r in array array['toetssteen_owner', 'toetssteen_resolver', '${identityRole}'] loop
        if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin noinherit', r); end if;
      end loop;
      if not pg_has_role('toetssteen_owner', 'set') then execute format('grant toetssteen_owner to %I', current_user); end if;
      execute format('grant connect on database %I to ${identityRole}', current_database());
    end $$;
    alter role ${identityRole} login noinherit password ${pg.escapeLiteral(identityPasswordVerifier(secret))};
    alter role ${identityRole} set search_path = identity;
    alter role ${identityRole} set statement_timeout = '5s';
    alter role ${identityRole} set lock_timeout = '2s';
    alter role ${identityRole} set idle_in_transaction_session_timeout = '10s';
    alter role ${identityRole} set transaction_timeout = '15s';
    create schema if not exists identity authorization toetssteen_owner;
  `;
}
