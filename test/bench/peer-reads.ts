const here = (alias: string) =>
  `${alias}.organisation_id = c.organisation_id and ${alias}.cycle_id = c.id`;

/** Rows of a cycle beside some parts: plain SQL functions, which PostgreSQL writes out inside the statement that calls them. */
const beside = (name: string, table: string, column: string, more = "") => `
  create function toetssteen.cycle_${name}(c toetssteen.cycle, of_parts text[]) returns setof toetssteen.${table}
    language sql stable as $$
    select t.* from toetssteen.${table} t where ${here("t")} and t.${column} = any (of_parts) ${more}
  $$;`;

/** What PostGraphile reads of a self-evaluation, as its documentation has it: set-returning functions beside the tables. */
export const dossierFunctions = `
  create function bench.open_cycle(of_organisation uuid) returns toetssteen.cycle
    language sql stable as $$
    select * from toetssteen.cycle c where c.organisation_id = of_organisation and c.closed_at is null
  $$;
  ${beside("answers_of", "indicator_answer", "indicator")}
  ${beside("passages_of", "passage", "part")}
  ${beside("plans_of", "plan", "part")}
  ${beside("work_of", "progress", "part")}
  ${beside("discussions_of", "discussion", "norm", "and t.removed_at is null order by t.held_on, t.added_at, t.id")}
  ${beside(
    "uses_of",
    "evidence_use",
    "part",
    `and t.removed_at is null and exists (select from toetssteen.evidence e
      where e.organisation_id = t.organisation_id and e.id = t.evidence_id and e.removed_at is null)
     order by t.part, t.added_at, t.id`,
  )}
  ${beside(
    "threads_of",
    "comment",
    "part",
    `and t.thread_id is null and exists (select from toetssteen.comment r
      where ${here("r")} and r.part = t.part and t.id in (r.id, r.thread_id) and r.removed_at is null)
     order by t.at, t.id`,
  )}
  create function toetssteen.comment_mentioned(c toetssteen.comment) returns setof toetssteen.membership
    language sql stable as $$
    select m.* from toetssteen.membership m where m.organisation_id = c.organisation_id and m.person_id = any (c.mentions)
  $$;
  create function toetssteen.cycle_open_threads(c toetssteen.cycle) returns setof toetssteen.comment
    language sql stable as $$
    select t.* from toetssteen.comment t where ${here("t")} and t.thread_id is null and t.resolved_at is null order by t.at, t.id
  $$;
  create type bench.beginning as (ambitions boolean, profile_changed boolean, colleagues boolean);
  create function toetssteen.cycle_beginning(c toetssteen.cycle) returns bench.beginning
    language sql stable as $$
    select exists (select from toetssteen.passage t where ${here("t")} and t.part = '' and t.body <> ''),
      coalesce((select p.version > 1 from toetssteen.library_profile p where p.organisation_id = c.organisation_id), false),
      (select count(*) from toetssteen.membership w where w.organisation_id = c.organisation_id and w.ended_at is null
          and w.roles && '{administrator,quality_coordinator,colleague}') > 1
        or exists (select from toetssteen.invitation i where i.organisation_id = c.organisation_id
          and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now())
  $$;
  create function toetssteen.cycle_submitted(c toetssteen.cycle) returns setof toetssteen.submission
    language sql stable as $$
    select s.* from toetssteen.submission s where ${here("s")} order by s.submitted_at desc, s.id desc
  $$;`;

export const evidenceFunctions = `
  create function toetssteen.evidence_current_files(e toetssteen.evidence) returns setof toetssteen.evidence_file
    language sql stable as $$
    select distinct on (coalesce(f.first_id, f.id)) f.* from toetssteen.evidence_file f
    where f.organisation_id = e.organisation_id and f.evidence_id = e.id and f.removed_at is null
      and f.refused_for is distinct from 'FILE_NOT_ALLOWED'
    order by coalesce(f.first_id, f.id), f.state = 'ready' desc, f.started_at desc, f.id desc
  $$;
  create function toetssteen.evidence_current_uses(e toetssteen.evidence) returns setof toetssteen.evidence_use
    language sql stable as $$
    select u.* from toetssteen.evidence_use u
    where u.organisation_id = e.organisation_id and u.evidence_id = e.id and u.removed_at is null
    order by u.added_at, u.id
  $$;
  create function bench.evidence_page(of_organisation uuid, most integer) returns setof toetssteen.evidence
    language sql stable as $$
    select e.* from toetssteen.evidence e where e.organisation_id = of_organisation and e.removed_at is null
    order by e.added_at desc, e.id desc limit most
  $$;
  create function bench.evidence_count(of_organisation uuid) returns integer
    language sql stable as $$
    select count(*)::int from toetssteen.evidence e where e.organisation_id = of_organisation and e.removed_at is null
  $$;`;

/** Those that PostGraphile shows as fields of a table. */
export const columnFunctions: readonly string[] = [
  ...(dossierFunctions + evidenceFunctions).matchAll(/function (toetssteen\.\w+)\(/g),
].map(([, name]) => name ?? "");
