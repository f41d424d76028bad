interface Statement {
  /** Gives one row with one text: the answer. */
  readonly text: string;
  readonly writes?: boolean;
}

export interface Statements {
  readonly page: Statement;
  readonly home: Statement;
  readonly evidence: Statement;
  readonly members: Statement;
  readonly search: Statement;
  readonly answer: Statement;
}

/** The names of the members are read once: each time a statement reads a table, the database asks again who may. */
const member = `member as materialized (select m.person_id as id, json_build_object('personId', m.person_id, 'name', m.name) as who
  from toetssteen.membership m where m.organisation_id = $1)`;
const cycle = `c as materialized (select c.id, c.certificate_expires_on, c.announced_quarter, c.audit_on
  from toetssteen.cycle c where c.organisation_id = $1 and c.closed_at is null)`;
const who = (column: string) => `(select who from member where member.id = ${column})`;
const here = (alias: string) => `${alias}.organisation_id = $1 and ${alias}.cycle_id = c.id`;
const all = (json: string, from: string, order = "") =>
  `(select coalesce(json_agg(${json} ${order}), '[]') from ${from})`;
const files = `file as materialized (select distinct on (coalesce(f.first_id, f.id)) f.evidence_id,
    json_build_object('id', coalesce(f.first_id, f.id), 'current', json_build_object('id', f.id, 'state', f.state)) as shown
  from toetssteen.evidence_file f
  where f.organisation_id = $1 and f.evidence_id in (select id from item) and f.removed_at is null
    and f.refused_for is distinct from 'FILE_NOT_ALLOWED'
  order by coalesce(f.first_id, f.id), f.state = 'ready' desc, f.started_at desc, f.id desc)`;
const filesOf = (item: string) => all("file.shown", `file where file.evidence_id = ${item}`);

const comment = `json_build_object('id', r.id, 'at', r.at, 'author', ${who("r.author_id")}, 'body', r.body,
  'changedAt', r.changed_at, 'removedAt', r.removed_at,
  'mentions', ${all("who", "member where member.id = any (r.mentions)")})`;

const page = `with ${member}, ${cycle},
  used as materialized (select u.id, u.part, u.slot, u.page, u.version, u.evidence_id from c
    join toetssteen.evidence_use u on ${here("u")} and u.part = any ($2) and u.removed_at is null),
  item as materialized (select e.id, e.kind, e.title, e.sharing from toetssteen.evidence e
    where e.organisation_id = $1 and e.id in (select evidence_id from used) and e.removed_at is null),
  ${files},
  said as materialized (select r.* from c join toetssteen.comment r on ${here("r")} and r.part = any ($2))
  select json_build_object(
    'answers', ${all(
      `json_build_object('indicator', a.indicator, 'verdict', a.verdict, 'neeLabel', a.nee_label, 'explanation', a.explanation,
        'version', a.version, 'changedAt', a.changed_at, 'changedBy', ${who("a.changed_by")})`,
      `toetssteen.indicator_answer a where ${here("a")} and a.indicator = any ($2)`,
    )},
    'passages', ${all(
      `json_build_object('part', p.part, 'field', p.field, 'body', p.body, 'version', p.version, 'changedAt', p.changed_at,
        'changedBy', ${who("p.changed_by")})`,
      `toetssteen.passage p where ${here("p")} and p.part = any ($2)`,
    )},
    'plans', ${all(
      `json_build_object('part', l.part, 'dueOn', l.due_on, 'version', l.version, 'owner', ${who("l.owner_id")})`,
      `toetssteen.plan l where ${here("l")} and l.part = any ($2)`,
    )},
    'discussions', ${all(
      `json_build_object('id', d.id, 'withKind', d.with_kind, 'withWhom', d.with_whom, 'heldOn', d.held_on, 'version', d.version)`,
      `toetssteen.discussion d where ${here("d")} and d.norm = $3 and d.removed_at is null`,
    )},
    'work', ${all(
      `json_build_object('part', w.part, 'state', w.state, 'dueOn', w.due_on, 'assignee', ${who("w.assignee_id")})`,
      `toetssteen.progress w where ${here("w")} and w.part = any ($2)`,
    )},
    'uses', ${all(
      `json_build_object('id', u.id, 'part', u.part, 'slot', u.slot, 'page', u.page, 'version', u.version, 'evidence',
        json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'sharing', e.sharing, 'files', ${filesOf("e.id")}))`,
      "used u join item e on e.id = u.evidence_id",
    )},
    'threads', ${all(
      `json_build_object('id', t.id, 'part', t.part, 'resolvedAt', t.resolved_at, 'resolvedBy', ${who("t.resolved_by")},
        'comments', ${all(comment, "said r where t.id in (r.id, r.thread_id)", "order by r.at, r.id")})`,
      "said t where t.thread_id is null and exists (select from said r where t.id in (r.id, r.thread_id) and r.removed_at is null)",
    )})::text as answer
  from c`;

const home = `with ${member}, ${cycle},
  spoken as materialized (select r.id, r.thread_id, r.part, r.at, r.author_id, r.mentions, r.resolved_at, r.removed_at
    from c join toetssteen.comment r on ${here("r")})
  select json_build_object(
    'cycle', json_build_object('id', c.id, 'certificateExpiresOn', c.certificate_expires_on,
      'announcedQuarter', c.announced_quarter, 'auditOn', c.audit_on),
    'organisation', (select json_build_object('id', o.id, 'name', o.name) from toetssteen.organisation o where o.id = $1),
    'answers', ${all(
      "json_build_object('indicator', a.indicator, 'verdict', a.verdict)",
      `toetssteen.indicator_answer a where ${here("a")}`,
    )},
    'work', ${all(
      `json_build_object('part', w.part, 'state', w.state, 'dueOn', w.due_on, 'assignee', ${who("w.assignee_id")})`,
      `toetssteen.progress w where ${here("w")}`,
    )},
    'plans', ${all(
      `json_build_object('part', l.part, 'dueOn', l.due_on, 'owner', ${who("l.owner_id")})`,
      `toetssteen.plan l where ${here("l")}`,
    )},
    'beginning', json_build_object(
      'ambitions', exists (select from toetssteen.passage t where ${here("t")} and t.part = '' and t.body <> ''),
      'profileChanged', (select p.version > 1 from toetssteen.library_profile p where p.organisation_id = $1),
      'colleagues', (select count(*) from toetssteen.membership w where w.organisation_id = $1 and w.ended_at is null
          and w.roles && '{administrator,quality_coordinator,colleague}') > 1
        or exists (select from toetssteen.invitation i where i.organisation_id = $1
          and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now())),
    'openThreads', ${all(
      `json_build_object('id', t.id, 'part', t.part, 'at', l.at, 'from', ${who("l.author_id")}, 'people', (select array_agg(distinct person)
          from spoken r, unnest(r.author_id || r.mentions) person where t.id in (r.id, r.thread_id) and r.removed_at is null))`,
      `spoken t cross join lateral (select r.at, r.author_id from spoken r
        where t.id in (r.id, r.thread_id) and r.removed_at is null order by r.at desc, r.id desc limit 1) l
       where t.thread_id is null and t.resolved_at is null`,
      "order by t.at, t.id",
    )},
    'submissions', ${all(
      "json_build_object('id', s.id, 'norm', s.norm, 'submittedAt', s.submitted_at)",
      `toetssteen.submission s where ${here("s")}`,
    )})::text as answer
  from c`;

const evidence = `with
  item as materialized (select e.id, e.kind, e.title, e.sharing, e.about_from, e.about_to, e.added_at, e.removed_at
    from toetssteen.evidence e where e.organisation_id = $1 and e.removed_at is null
    order by e.added_at desc, e.id desc limit $2 + 1),
  ${files},
  used as materialized (select u.id, u.part, u.page, u.evidence_id from toetssteen.evidence_use u
    where u.organisation_id = $1 and u.evidence_id in (select id from item) and u.removed_at is null)
  select json_build_object(
    'total', (select count(*) from toetssteen.evidence e where e.organisation_id = $1 and e.removed_at is null),
    'items', (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'sharing', e.sharing,
        'aboutFrom', e.about_from, 'aboutTo', e.about_to, 'addedAt', e.added_at, 'removedAt', e.removed_at,
        'files', ${filesOf("e.id")},
        'uses', ${all("json_build_object('id', u.id, 'part', u.part, 'page', u.page)", "used u where u.evidence_id = e.id")})
        order by e.added_at desc, e.id desc)
      from (select * from item order by added_at desc, id desc limit $2) e))::text as answer`;

const members = "select row_to_json(bench.open_members($1, $2))::text as answer";

const answer = `select json_build_object('written', a.written,
    'indicator', (a.answer).indicator, 'verdict', (a.answer).verdict, 'neeLabel', (a.answer).nee_label,
    'explanation', (a.answer).explanation, 'version', (a.answer).version, 'changedAt', (a.answer).changed_at,
    'changedBy', (select json_build_object('personId', m.person_id, 'name', m.name) from toetssteen.membership m
      where m.organisation_id = $1 and m.person_id = (a.answer).changed_by),
    'state', (a.work).state,
    'assignee', (select json_build_object('personId', m.person_id, 'name', m.name) from toetssteen.membership m
      where m.organisation_id = $1 and m.person_id = (a.work).assignee_id))::text as answer
  from bench.answer_indicator($1, $2, $3, $4, $5, $6, $7) a`;

const search = `select coalesce(json_agg(json_build_object('kind', h.kind, 'id', h.id, 'targetId', h.target_id, 'part', h.part,
    'field', h.field, 'text', h.body, 'files', h.files, 'at', h.at, 'by', h.by_whom -> 'name', 'total', h.total)), '[]')::text as answer
  from bench.search($1, $2, $3) h`;

export const limitStatements: Statements = {
  page: { text: page },
  home: { text: home },
  evidence: { text: evidence },
  members: { text: members, writes: true },
  search: { text: search },
  answer: { text: answer, writes: true },
};
