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
const mandate = "nullif(current_setting('app.mandate', true), '')::uuid";
const subjects = "string_to_array(nullif(current_setting('app.subject', true), ''), ',')::uuid[]";

/**
 * The mandate that is the hat, whatever became of it. Its id was made by a client, so two bodies may have given one id
 * to one auditor: the first of them has it, and one look has one reader.
 */
export const mandateWorn = `(select g.* from toetssteen.mandate g where g.id = tenancy.mandate() and g.auditor_id = tenancy.person()
        order by g.given_at, g.organisation_id limit 1)`;

/** The three ways to a right: an own membership, an oversight granted to the hat, a mandate that is the hat. */
const ownRoles = `if mandate is null then
          select m.roles into held from toetssteen.membership m
          where m.organisation_id = hat and m.person_id = who and m.ended_at is null;
        end if;`;
const overseen = `from toetssteen.oversight o
          where o.subject_organisation_id = hat and o.withdrawn_at is null and o.organisation_id = any (subjects)
            and exists (select from toetssteen.appointment a
              where a.organisation_id = hat and a.appointed_as = 'support_organisation')`;
/** Whoever belongs to a library doesn't judge it: for that long their mandate opens nothing. */
const mandated = `from (select g.* from toetssteen.mandate g where g.id = mandate and g.auditor_id = who
          order by g.given_at, g.organisation_id limit 1) g
        join toetssteen.membership m on m.organisation_id = g.organisation_id and m.person_id = who
        where g.withdrawn_at is null
          and now() >= g.opens_at and now() < g.closes_at
          and m.ended_at is null
          and 'auditor' = any (m.roles)
          and g.subject_organisation_id = any (subjects)
          and exists (select from toetssteen.appointment a
            where a.organisation_id = g.organisation_id and a.appointed_as = 'certification_body')
          and not exists (select from toetssteen.membership c
            where c.organisation_id = g.subject_organisation_id and c.person_id = who and c.ended_at is null)`;

/**
 * Whether this transaction wrote its line about this right into the library's log. Settings can be changed by any
 * statement, a line that was written can't; `at` is where the index finds it, and another transaction may have begun in
 * the same microsecond.
 */
const written = (right: string, library: string) => `exists (select from toetssteen.access_log l
            where l.organisation_id = ${library} and l.right_id = ${right} and l.at = now() and l.reader_id = who
              and l.xmin = pg_current_xact_id_if_assigned()::xid)`;

/** Begins a function that looks at rights: everything is read once, where a query would call it in each of its places. */
const looking = (and = "") => `language plpgsql stable security definer set search_path = '' as $$
      #variable_conflict use_column
      declare
        who constant uuid := ${who};
        hat constant uuid := ${hat};
        mandate constant uuid := ${mandate};
        subjects constant uuid[] := ${subjects};
        ${and}`;

/**
 * From who asks to the rows that exist for them. `standing()` is the definition; every policy asks one of `reads`,
 * `reads_one` and `writes`, once for each table of each statement, and so these go the shortest way to the same (decision 29).
 * What is read from outside exists only once it stands in the log of who is read (decision 33).
 *
 * Settings, all transaction-local: `app.principal` (the secret), `app.hat` (the organisation acted for) or `app.mandate`
 * (the mandate), `app.subject` (comma-separated organisations, the only ones that there are rights to; empty = none).
 */
export const rightFunctionsScript = `
    create function tenancy.person() returns uuid
    language sql stable security definer set search_path = '' as $$ select ${who} $$;

    create function tenancy.hat() returns uuid
    language sql stable set search_path = '' as $$ select ${hat} $$;

    create function tenancy.mandate() returns uuid
    language sql stable set search_path = '' as $$ select ${mandate} $$;

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
            and ${written("o.id", "o.organisation_id")}
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
          ${mandated}
          and ${written("g.id", "g.subject_organisation_id")};
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

    create function tenancy.is_mandate_alone(of_id uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
      select exists (select from toetssteen.mandate g where g.id = of_id and g.auditor_id = tenancy.person())
        and not exists (select from toetssteen.organisation o where o.id = of_id)
    $$;

    -- Tells the transaction who asks, and says what that is worth. Our statements are planned once, not for the values of
    -- each use: planning a search anew, which the database preferred for the lists in it, took longer than the search.
    create function tenancy.enter(principal text, hat text, subjects text)
    returns table (person_id uuid, standing jsonb)
    language plpgsql volatile set search_path = '' as $$
      begin
        perform set_config('app.principal', principal, true),
          set_config('app.hat', case when starts_with(hat, 'mandate:') then '' else replace(hat, 'organisation:', '') end, true),
          set_config('app.mandate', case when starts_with(hat, 'mandate:') then substr(hat, 9) else '' end, true),
          set_config('app.subject', subjects, true), set_config('plan_cache_mode', 'force_generic_plan', true);
        -- An id alone is an organisation's. Pages of the release before this one say a mandate's id alone too; once there
        -- are none of those, this goes, with the function that it calls.
        if hat ~ '^[0-9a-f-]{36}$' and tenancy.is_mandate_alone(hat::uuid) then
          perform set_config('app.hat', '', true), set_config('app.mandate', hat, true);
        end if;
        return query select tenancy.person(),
          (select coalesce(jsonb_agg(distinct jsonb_build_array(s.organisation_id, s.via)), '[]') from tenancy.standing() s);
      end
    $$;
`;
