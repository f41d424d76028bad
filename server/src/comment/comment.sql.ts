import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { CommentThread } from "./comment.type.ts";

interface ThreadRow {
  id: string;
  part: string;
  resolvedAt: Date | null;
  resolvedBy: Member | null;
  comments: { id: string; author: Member; at: string; body: string; mentions: Member[] }[];
}

const member = (alias: string) =>
  `json_build_object('personId', ${alias}.person_id, 'name', ${alias}.name)`;

/** Threads of a cycle, of all parts, of one, or one by its id; oldest first. */
export async function findThreads(
  scope: Scope,
  asked: {
    organisationId: string;
    cycleId: string;
    parts: readonly string[] | null;
    threadId?: string;
  },
): Promise<CommentThread[]> {
  const rows = await scope.sql<ThreadRow>(
    "threads",
    `select t.id, t.part, t.resolved_at as "resolvedAt",
       case when r.person_id is not null then ${member("r")} end as "resolvedBy",
       (select json_agg(json_build_object('id', c.id, 'author', ${member("a")}, 'at', c.at, 'body', c.body, 'mentions',
           (select coalesce(json_agg(${member("n")} order by n.name), '[]') from toetssteen.membership n
             where n.organisation_id = $1 and n.person_id = any (c.mentions))) order by c.at, c.id)
         from toetssteen.comment c
         join toetssteen.membership a on a.organisation_id = c.organisation_id and a.person_id = c.author_id
         where c.organisation_id = $1 and c.cycle_id = $2 and c.part = t.part and t.id in (c.id, c.thread_id)) as comments
     from toetssteen.comment t
     left join toetssteen.membership r on r.organisation_id = t.organisation_id and r.person_id = t.resolved_by
     where t.organisation_id = $1 and t.cycle_id = $2 and t.thread_id is null
       and ($3::text[] is null or t.part = any ($3)) and ($4::uuid is null or t.id = $4)
     order by t.at, t.id`,
    [asked.organisationId, asked.cycleId, asked.parts, asked.threadId ?? null],
  );
  return rows.map((row) => ({
    ...row,
    comments: row.comments.map((comment) => ({ ...comment, at: new Date(comment.at) })),
  }));
}

/** @returns whether it is new; the same id is written once */
export async function insertComment(
  scope: Scope,
  comment: {
    organisationId: string;
    id: string;
    cycleId: string;
    part: string;
    threadId: string | null;
    body: string;
    mentions: readonly string[];
  },
): Promise<boolean> {
  const rows = await scope.sql(
    "add comment",
    `insert into toetssteen.comment (organisation_id, id, cycle_id, part, thread_id, body, mentions, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organisation_id, id) do nothing returning id`,
    [
      comment.organisationId,
      comment.id,
      comment.cycleId,
      comment.part,
      comment.threadId,
      comment.body,
      comment.mentions,
      scope.asker.personId,
    ],
  );
  return rows.length === 1;
}
