import { holdsAction } from "../graphql/access.ts";
import { memberJson } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { CommentThread } from "./comment.type.ts";

interface ThreadRow {
  id: string;
  part: string;
  resolvedAt: Date | null;
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

/** A comment as it is read: what was taken back says nothing any more. */
const comment = `json_build_object('id', c.id, 'author', ${memberJson("a")}, 'at', c.at,
  'changedAt', c.changed_at, 'removedAt', c.removed_at,
  'body', case when c.removed_at is null then c.body else '' end,
  'mentions', (select coalesce(json_agg(${memberJson("n")} order by n.name), '[]') from toetssteen.membership n
    where n.organisation_id = $1 and c.removed_at is null and n.person_id = any (c.mentions)))`;

const ofThread = `from toetssteen.comment c
  join toetssteen.membership a on a.organisation_id = c.organisation_id and a.person_id = c.author_id
  where c.organisation_id = $1 and c.cycle_id = $2 and c.part = t.part and t.id in (c.id, c.thread_id)`;

const threads = `select t.id, t.part, t.resolved_at as "resolvedAt",
    case when r.person_id is not null then ${memberJson("r")} end as "resolvedBy",
    (select json_agg(${comment} order by c.at, c.id) ${ofThread}) as comments
  from toetssteen.comment t
  left join toetssteen.membership r on r.organisation_id = t.organisation_id and r.person_id = t.resolved_by
  where t.organisation_id = $1 and t.cycle_id = $2 and t.thread_id is null`;

const oldestFirst = "order by t.at, t.id";

/** Threads beside these parts in which something stands, oldest first. */
export async function findThreads(
  scope: Scope,
  { organisationId, cycleId }: Place,
  parts: readonly string[],
): Promise<CommentThread[]> {
  const rows = await scope.sql<ThreadRow>(
    "threads",
    `${threads} and t.part = any ($3)
       and exists (select ${ofThread} and c.removed_at is null) ${oldestFirst}`,
    [organisationId, cycleId, parts],
  );
  return rows.map((row) => made(scope, organisationId, row));
}

/** Open threads that mention somebody, of all parts. */
export async function findThreadsMentioning(
  scope: Scope,
  { organisationId, cycleId }: Place,
  personId: string | null,
): Promise<CommentThread[]> {
  const rows = await scope.sql<ThreadRow>(
    "threads that mention",
    `${threads} and t.resolved_at is null
       and exists (select ${ofThread} and c.removed_at is null and $3::uuid = any (c.mentions)) ${oldestFirst}`,
    [organisationId, cycleId, personId],
  );
  return rows.map((row) => made(scope, organisationId, row));
}

/** One thread, also when everything in it was taken back. */
export async function findThread(
  scope: Scope,
  { organisationId, cycleId }: Place,
  id: string,
): Promise<CommentThread | null> {
  const [row] = await scope.sql<ThreadRow>("thread", `${threads} and t.id = $3`, [
    organisationId,
    cycleId,
    id,
  ]);
  return row ? made(scope, organisationId, row) : null;
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

function made(scope: Scope, organisationId: string, { comments, ...thread }: ThreadRow) {
  const mayWrite = holdsAction(scope.asker, organisationId, "comment.write");
  return {
    ...thread,
    comments: comments.map((row) => ({
      ...row,
      at: new Date(row.at),
      changedAt: row.changedAt === null ? null : new Date(row.changedAt),
      removedAt: row.removedAt === null ? null : new Date(row.removedAt),
      canChange: mayWrite && row.author.personId === scope.asker.personId,
    })),
  };
}
