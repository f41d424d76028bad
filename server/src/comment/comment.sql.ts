import { holdsAction } from "../rights/permissions.ts";
import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { CommentThread } from "./comment.type.ts";

/** A thread as a statement selects it; times are as PostgreSQL writes them. */
export interface ThreadRow {
  id: string;
  part: string;
  resolvedAt: string | null;
  resolvedBy: Member | null;
  comments: CommentRow[];
}

interface CommentRow {
  id: string;
  author: Member;
  at: string;
  body: string;
  mentions: Member[];
  changedAt: string | null;
  removedAt: string | null;
}

export interface Place {
  readonly organisationId: string;
  readonly cycleId: string;
}

/** A comment `c` of the member `a` as it is read: what was taken back says nothing any more. */
const comment = `json_build_object('id', c.id, 'author', ${memberJson("a")}, 'at', c.at,
  'changedAt', c.changed_at, 'removedAt', c.removed_at,
  'body', case when c.removed_at is null then c.body else '' end,
  'mentions', (select coalesce(json_agg(${memberJson("n")} order by n.name), '[]') from member n
    where c.removed_at is null and n.person_id = any (c.mentions)))`;

/** Comments of the cycle `cycle`, as the query `said`. @param narrowed further conditions on `r` */
export const saidIn = (cycle: string, narrowed = "") => `said as materialized (
  select r.* from ${cycle} join toetssteen.comment r on r.organisation_id = $1 and r.cycle_id = ${cycle}.id
  where true ${narrowed})`;

const inThread = `from said c where t.id in (c.id, c.thread_id)`;

/** @param which condition on the thread that the comment `t` begins */
const threadsWhere = (which: string) => `(select coalesce(json_agg(json_build_object(
    'id', t.id, 'part', t.part, 'resolvedAt', t.resolved_at,
    'resolvedBy', case when m.person_id is not null then ${memberJson("m")} end,
    'comments', (select json_agg(${comment} order by c.at, c.id)
      from said c join member a on a.person_id = c.author_id where t.id in (c.id, c.thread_id))) order by t.at, t.id), '[]')
  from said t left join member m on m.person_id = t.resolved_by
  where t.thread_id is null and ${which})`;

/** The threads of `said` in which something stands, oldest first, in a statement that begins {@link withMembers}. */
export const threadsJson = threadsWhere(`exists (select ${inThread} and c.removed_at is null)`);

/** An open thread without its words: where it is, who spoke last, and all who wrote in it or are mentioned. */
export interface OpenThreadRow {
  readonly id: string;
  readonly part: string;
  readonly at: string;
  readonly from: Member;
  readonly people: readonly string[];
}

/** Comments of the cycle `cycle` without their words, as the query `spoken`. @param narrowed further conditions on `r` */
export const openThreadsIn = (cycle: string, narrowed = "") => `spoken as materialized (
  select r.id, r.thread_id, r.part, r.at, r.author_id, r.mentions, r.resolved_at, r.removed_at
  from ${cycle} join toetssteen.comment r on r.organisation_id = $1 and r.cycle_id = ${cycle}.id where true ${narrowed})`;

/** {@link OpenThreadRow}s of `spoken`, oldest first, in a statement that begins {@link withMembers}. */
export const openThreadsJson = `(select coalesce(json_agg(json_build_object('id', t.id, 'part', t.part, 'at', last.at,
    'from', ${memberJson("m")}, 'people', (select array_agg(distinct person) from spoken c, unnest(c.author_id || c.mentions) person
      where t.id in (c.id, c.thread_id) and c.removed_at is null)) order by t.at, t.id), '[]')
  from spoken t
  cross join lateral (select c.at, c.author_id from spoken c
    where t.id in (c.id, c.thread_id) and c.removed_at is null order by c.at desc, c.id desc limit 1) last
  join member m on m.person_id = last.author_id
  where t.thread_id is null and t.resolved_at is null)`;

/** Threads of a cycle that are chosen by `$3`. */
async function findThreadsWhere(
  scope: Scope,
  name: string,
  { organisationId, cycleId }: Place,
  which: string,
  value: string | null,
): Promise<CommentThread[]> {
  const [row] = await scope.sql<{ threads: ThreadRow[] }>(
    name,
    `${withMembers}, c as (select $2::uuid as id), ${saidIn("c")} select ${threadsWhere(which)} as threads`,
    [organisationId, cycleId, value],
  );
  return threadsMade(scope, organisationId, row?.threads ?? []);
}

/** Open threads that mention somebody, of all parts. */
export function findThreadsMentioning(
  scope: Scope,
  place: Place,
  personId: string | null,
): Promise<CommentThread[]> {
  const which = `t.resolved_at is null
    and exists (select ${inThread} and c.removed_at is null and $3::uuid = any (c.mentions))`;
  return findThreadsWhere(scope, "threads that mention", place, which, personId);
}

/** One thread, also when everything in it was taken back. */
export async function findThread(
  scope: Scope,
  place: Place,
  id: string,
): Promise<CommentThread | null> {
  const [thread] = await findThreadsWhere(scope, "thread", place, "t.id = $3::uuid", id);
  return thread ?? null;
}

/** A comment as it was written, also when it was taken back. */
export interface Written {
  readonly cycleId: string;
  readonly part: string;
  readonly threadId: string | null;
  /** Nobody has no action, so in the database it is always somebody. */
  readonly authorId: string | null;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** What is kept under this id; null where nothing is. */
export async function findWritten(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<Written | null> {
  const [row] = await scope.sql<Written>(
    "comment",
    `select c.cycle_id as "cycleId", c.part, c.thread_id as "threadId", c.author_id as "authorId", c.body, c.mentions
     from toetssteen.comment c where c.organisation_id = $1 and c.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

/** @returns whether it is new; the same id is written once */
export async function insertComment(
  scope: Scope,
  organisationId: string,
  id: string,
  written: Written,
): Promise<boolean> {
  const { cycleId, part, threadId, body, mentions, authorId } = written;
  const rows = await scope.sql(
    "add comment",
    `insert into toetssteen.comment (organisation_id, id, cycle_id, part, thread_id, body, mentions, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organisation_id, id) do nothing returning id`,
    [organisationId, id, cycleId, part, threadId, body, mentions, authorId],
  );
  return rows.length === 1;
}

/**
 * Keeps that whom a comment mentions has mail of it, unless it was taken back.
 * @returns who had it before; null when nobody is to get any
 */
export async function markMailed(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<readonly string[] | null> {
  const [row] = await scope.sql<{ already: string[] }>(
    "mark mailed",
    `update toetssteen.comment
     set mailed = array(select distinct one from unnest(mailed || mentions) as one)
     where organisation_id = $1 and id = $2 and removed_at is null and not mentions <@ mailed
     returning old.mailed as already`,
    [organisationId, id],
  );
  return row?.already ?? null;
}

/** Threads as they are shown to who asks. */
export function threadsMade(
  scope: Scope,
  organisationId: string,
  rows: readonly ThreadRow[],
): CommentThread[] {
  const mayWrite = holdsAction(scope.actor, organisationId, "comment.write");
  const time = (at: string | null) => (at === null ? null : new Date(at));
  return rows.map(({ comments, resolvedAt, ...thread }) => ({
    ...thread,
    resolvedAt: time(resolvedAt),
    comments: comments.map((row) => ({
      ...row,
      at: new Date(row.at),
      changedAt: time(row.changedAt),
      removedAt: time(row.removedAt),
      canChange: mayWrite && row.author.personId === scope.actor.personId,
    })),
  }));
}
