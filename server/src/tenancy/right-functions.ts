import { opens, outsideRights, roles, type Right } from "./kinds.ts";

/** Every kind that a right opens, as rows. */
const opened = ([...roles, ...outsideRights] as const)
  .flatMap((right) =>
    opens[right].reads.map(
      (kind) => `('${right}', '${kind}', ${opens[right].writes.includes(kind)})`,
    ),
  )
  .join(", ");

/** Which of these rights open a kind, as an array that depends on `of_kind`; null where none does. */
function opening(rights: readonly Right[], way: "reads" | "writes"): string {
  const byKind = Map.groupBy(
    rights.flatMap((right) => opens[right][way].map((kind) => ({ right, kind }))),
    ({ kind }) => kind,
  );
  const cases = [...byKind].map(
    ([kind, by]) => `when '${kind}' then '{${by.map(({ right }) => right).join(",")}}'::text[]`,
  );
  return cases.length === 0 ? "null::text[]" : `case of_kind ${cases.join(" ")} end`;
}

const who = `(select s."userId" from identity.session s
      where s.token = substr(current_setting('app.principal', true), 9)
        and starts_with(current_setting('app.principal', true), 'session:')
        and s."expiresAt" > now())`;
const hat = "nullif(current_setting('app.hat', true), '')::uuid";
const subjects = "string_to_array(nullif(current_setting('app.subject', true), ''), ',')::uuid[]";

/** The three ways to a right: an own membership, an oversight granted to the hat, a mandate that is the hat. */
const ownRoles = `select m.roles into held from toetssteen.membership m
        where m.organisation_id = hat and m.person_id = who and m.ended_at is null;`;
const overseen = `from toetssteen.oversight o
          where o.subject_organisation_id = hat and o.withdrawn_at is null and o.organisation_id = any (subjects)`;
const mandated = `from toetssteen.mandate g
        join toetssteen.membership m on m.organisation_id = g.organisation_id and m.person_id = g.auditor_id
        where g.id = hat
          and g.auditor_id = who
          and g.withdrawn_at is null
          and now() >= g.opens_at and now() < g.closes_at
          and m.ended_at is null
          and 'auditor' = any (m.roles)
          and g.subject_organisation_id = any (subjects)`;

/** Begins a function that looks at rights: everything is read once, where a query would call it in each of its places. */
const looking = (and = "") => `language plpgsql stable security definer set search_path = '' as $$
      #variable_conflict use_column
      declare
        who constant uuid := ${who};
        hat constant uuid := ${hat};
        subjects constant uuid[] := ${subjects};
        ${and}`;

/**
 * From who asks to the rows that exist for them. `standing()` is the definition; every policy asks one of `reads`,
 * `reads_one` and `writes`, once for each table of each statement, and so these go the shortest way to the same (decision 29).
 *
 * Settings, all transaction-local: `app.principal` (the secret), `app.hat` (the organisation or mandate acted for),
 * `app.subject` (comma-separated organisations, the only ones that there are rights to; empty = none).
 */
export const rightFunctionsScript = `
    create function tenancy.person() returns uuid
    language sql stable security definer set search_path = '' as $$ select ${who} $$;

    create function tenancy.hat() returns uuid
    language sql stable set search_path = '' as $$ select ${hat} $$;

    create function tenancy.subjects() returns uuid[]
    language sql stable set search_path = '' as $$ select ${subjects} $$;

    -- Oversight asks for subjects: a support organisation never reads all its members at once.
    create function tenancy.standing()
    returns table (organisation_id uuid, via text, right_id uuid, subject_id uuid)
    ${looking("held text[];")}
      begin
        ${ownRoles}
        if hat = any (subjects) then
          return query select hat, r, who, null::uuid from unnest(held) r;
        end if;
        if 'adviser' = any (held) then
          return query select o.organisation_id, 'oversight:' || o.level, o.id, null::uuid ${overseen};
        end if;
        return query select g.subject_organisation_id, 'mandate', g.id, g.submission_id
        ${mandated};
      end
    $$;

    create function tenancy.rights()
    returns table (organisation_id uuid, kind text, writes boolean, via text, right_id uuid, subject_id uuid)
    language sql stable set search_path = '' as $$
      select s.organisation_id, opens.kind, opens.writes, s.via, s.right_id, s.subject_id
      from tenancy.standing() s join (values ${opened}) as opens (via, kind, writes) on opens.via = s.via
    $$;

    create function tenancy.reads(of_kind text) returns setof uuid
    ${looking("held text[];")}
      begin
        ${ownRoles}
        if held && (${opening(roles, "reads")}) and hat = any (subjects) then
          return next hat;
        end if;
        if 'adviser' = any (held) then
          return query select o.organisation_id ${overseen}
            and 'oversight:' || o.level = any (${opening(outsideRights, "reads")});
        end if;
      end
    $$;

    -- With its organisation: ids are made by clients, so another organisation may have the same one.
    create function tenancy.reads_one(of_kind text) returns table (organisation_id uuid, subject_id uuid)
    ${looking()}
      begin
        if 'mandate' = any (${opening(outsideRights, "reads")}) then
          return query select g.subject_organisation_id, g.submission_id
          ${mandated};
        end if;
      end
    $$;

    create function tenancy.writes(of_kind text) returns setof uuid
    ${looking("held text[];")}
      begin
        ${ownRoles}
        if held && (${opening(roles, "writes")}) and hat = any (subjects) then
          return next hat;
        end if;
      end
    $$;

    -- Tells the transaction who asks, and says what that is worth. Our statements are planned once, not for the values of
    -- each use: planning a search anew, which the database preferred for the lists in it, took longer than the search.
    create function tenancy.enter(principal text, hat text, subjects text)
    returns table (person_id uuid, standing jsonb)
    language plpgsql volatile set search_path = '' as $$
      begin
        perform set_config('app.principal', principal, true), set_config('app.hat', hat, true),
          set_config('app.subject', subjects, true), set_config('plan_cache_mode', 'force_generic_plan', true);
        return query select tenancy.person(),
          (select coalesce(jsonb_agg(distinct jsonb_build_array(s.organisation_id, s.via)), '[]') from tenancy.standing() s);
      end
    $$;
`;
