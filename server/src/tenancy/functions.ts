import { roleOpens, roles } from "./kinds.ts";

function roleKindRows(): string {
  return roles
    .flatMap((role) => roleOpens[role].reads.map((kind) => `('${role}', '${kind}', ${roleOpens[role].writes.includes(kind)})`))
    .join(", ");
}

/**
 * The functions that turn who asks into which rows exist for them. `rights()` runs as the resolver role, which reads
 * memberships and sessions and nothing else; the others only select from it.
 *
 * Settings, all transaction-local: `app.principal` (the secret), `app.hat` (the organisation acted for),
 * `app.subject` (comma-separated organisations; empty = no narrowing).
 */
export function functionsScript(): string {
  return `
    create function tenancy.person() returns uuid
    language sql stable security definer set search_path = '' as $$
      select s."userId" from identity.session s
      where s.token = substr(current_setting('app.principal', true), 9)
        and starts_with(current_setting('app.principal', true), 'session:')
        and s."expiresAt" > now()
    $$;

    create function tenancy.hat() returns uuid
    language sql stable set search_path = '' as $$
      select nullif(current_setting('app.hat', true), '')::uuid
    $$;

    create function tenancy.subjects() returns uuid[]
    language sql stable set search_path = '' as $$
      select string_to_array(nullif(current_setting('app.subject', true), ''), ',')::uuid[]
    $$;

    create function tenancy.rights()
    returns table (organisation_id uuid, kind text, writes boolean, via text)
    language sql stable security definer set search_path = '' as $$
      select m.organisation_id, opens.kind, opens.writes, opens.role
      from toetssteen.membership m
      join (values ${roleKindRows()}) as opens (role, kind, writes) on opens.role = any (m.roles)
      where m.organisation_id = tenancy.hat()
        and m.person_id = tenancy.person()
        and m.ended_at is null
        and (tenancy.subjects() is null or m.organisation_id = any (tenancy.subjects()))
    $$;

    create function tenancy.reads(of_kind text) returns setof uuid
    language sql stable set search_path = '' as $$
      select r.organisation_id from tenancy.rights() r where r.kind = of_kind
    $$;

    create function tenancy.writes(of_kind text) returns setof uuid
    language sql stable set search_path = '' as $$
      select r.organisation_id from tenancy.rights() r where r.kind = of_kind and r.writes
    $$;

    create function tenancy.asker()
    returns table (person_id uuid, standing jsonb)
    language sql stable set search_path = '' as $$
      select tenancy.person(),
        coalesce((select jsonb_agg(distinct jsonb_build_array(r.organisation_id, r.via)) from tenancy.rights() r), '[]')
    $$;

    create function tenancy.viewer()
    returns table (person_id uuid, name text, email text, hats jsonb)
    language sql stable security definer set search_path = '' as $$
      select u.id, u.name, u.email, coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', m.roles) order by o.name, o.id)
        from toetssteen.membership m join toetssteen.organisation o on o.id = m.organisation_id
        where m.person_id = u.id and m.ended_at is null), '[]')
      from identity."user" u where u.id = tenancy.person()
    $$;
  `;
}

/** Definer functions: they run as the resolver role. `catalogue.db.test.ts` holds the database to this list. */
export const definerFunctions = ["person", "rights", "viewer"] as const;
/** Functions that the application role may call. */
export const appFunctions = ["person", "hat", "subjects", "rights", "reads", "writes", "asker", "viewer"] as const;
