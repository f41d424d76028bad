/**
 * Where this database lives: its cluster and its number there. Whatever was put back from a dump, or copied beside, lives
 * elsewhere than the installation it came from.
 */
export const here = `(select c.system_identifier from pg_catalog.pg_control_system() c) || '/' ||
        (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())`;

/** What a worker may know and say of the installation; see `installation/installation.ts`. */
export function installationFunctionsScript(): string {
  return `
    create function tenancy.installation_state() returns table (id uuid, home text, here text, beat bigint)
    language sql stable security definer set search_path = '' as $$
      select i.id, i.home, ${here}, i.beat from tenancy.installation i
    $$;

    -- Says once more that this installation lives; only the first of several workers that say so at the same time does.
    create function tenancy.installation_beat(of_beat bigint) returns bigint
    language sql volatile security definer set search_path = '' as $$
      update tenancy.installation i set beat = i.beat + 1 where i.beat = of_beat returning i.beat
    $$;

    -- A database that never had a worker is told its home by the first one.
    create function tenancy.installation_settle(first_home text) returns void
    language sql volatile security definer set search_path = '' as $$
      update tenancy.installation i set home = first_home where i.home = ''
    $$;

    -- An invitation whose address doesn't exist says so; whose it is, or what it says, isn't told.
    create function tenancy.invitation_undeliverable(of_token_hash text) returns void
    language sql volatile security definer set search_path = '' as $$
      update toetssteen.invitation i set undeliverable_at = now()
      where i.token_hash = of_token_hash and i.undeliverable_at is null and i.accepted_at is null and i.withdrawn_at is null
    $$;
  `;
}

/** Functions that the worker role may call; they run as the registrar. */
export const installationFunctions = [
  "tenancy.installation_state()",
  "tenancy.installation_beat(bigint)",
  "tenancy.installation_settle(text)",
  "tenancy.invitation_undeliverable(text)",
] as const;
