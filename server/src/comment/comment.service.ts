import {
  addCommentInput,
  changeCommentInput,
  type AddCommentInput,
  type ChangeCommentInput,
} from "@toetssteen/contract";
import { findPart, partApplies, type Edition } from "@toetssteen/norms";
import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { requireId, requireSame, validInput } from "../graphql/input.ts";
import { requireMembers } from "../membership/membership.service.ts";
import { findDossier, getDossierOrThrow } from "../self-evaluation/dossier.ts";
import { requirePart } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { mailMentioned } from "./comment-mail.ts";
import {
  findThread,
  findThreadsMentioning,
  findWritten,
  insertComment,
  type Written,
} from "./comment.sql.ts";
import type { CommentThread } from "./comment.type.ts";

type Editions = ReadonlyMap<string, Edition>;

/**
 * Writes a comment beside a part, and mails those it mentions. The same id is written, and mailed, once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE · ID_TAKEN
 */
export async function addComment(
  scope: Scope,
  editions: Editions,
  sent: AddCommentInput,
): Promise<CommentThread> {
  const input = validInput(addCommentInput, { ...sent, threadId: sent.threadId ?? null });
  const { organisationId, id, cycleId, part, body, threadId } = input;
  const dossier = await getDossierOrThrow(scope, editions, organisationId, []);
  requirePart(dossier, cycleId, part);
  if (threadId !== null) {
    const thread = await getThreadOrThrow(scope, { organisationId, cycleId }, threadId);
    if (thread.part !== part) throw new Refusal("NOT_FOUND");
  }
  // Sent once more, for a lost answer, it is as it was, also when somebody left meanwhile.
  const there = await findWritten(scope, organisationId, id);
  const mentions = await membersAmong(scope, organisationId, input.mentions, there?.mentions);
  const written = { cycleId, part, threadId, authorId: scope.actor.personId, body, mentions };
  const isNew = await insertComment(scope, organisationId, id, written);
  if (!isNew) requireSame(written, await findWritten(scope, organisationId, id));
  const thread = await getThreadOrThrow(scope, { organisationId, cycleId }, threadId ?? id);
  if (isNew) {
    await logActivity(scope, organisationId, "commented", [], { cycleId, part });
    await mailMentioned(scope, dossier, thread, id);
  }
  return thread;
}

/**
 * Changes what somebody said themselves, and mails those it mentions now and didn't before. The last one to say it is
 * right: only one person writes it.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN (a comment of somebody else)
 */
export async function changeComment(
  scope: Scope,
  editions: Editions,
  sent: ChangeCommentInput,
): Promise<CommentThread> {
  const input = validInput(changeCommentInput, sent);
  const { organisationId, id, body } = input;
  const dossier = await getDossierOrThrow(scope, editions, organisationId, []);
  const before = await getOwnOrThrow(scope, organisationId, id);
  const mentions = await membersAmong(scope, organisationId, input.mentions, before.mentions);
  await scope.sql(
    "change comment",
    `update toetssteen.comment set body = $3, mentions = $4, changed_at = now()
     where organisation_id = $1 and id = $2 and (body, mentions) is distinct from ($3, $4::uuid[])`,
    [organisationId, id, body, mentions],
  );
  const thread = await threadOf(scope, organisationId, id, before);
  await mailMentioned(scope, dossier, thread, id);
  return thread;
}

/**
 * Takes back what somebody said themselves, or says it again, which mails those it mentions and who had no mail of it yet.
 * Doing it twice is doing it once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN (a comment of somebody else)
 */
export async function setCommentRemoved(
  scope: Scope,
  editions: Editions,
  input: { organisationId: string; id: string; removed: boolean },
): Promise<CommentThread> {
  const { organisationId, removed } = input;
  const id = requireId("id", input.id);
  const dossier = await getDossierOrThrow(scope, editions, organisationId, []);
  const own = await getOwnOrThrow(scope, organisationId, id);
  await scope.sql(
    "remove comment",
    `update toetssteen.comment set removed_at = case when $3 then coalesce(removed_at, now()) end
     where organisation_id = $1 and id = $2`,
    [organisationId, id, removed],
  );
  const thread = await threadOf(scope, organisationId, id, own);
  await mailMentioned(scope, dossier, thread, id);
  return thread;
}

/** Closes a thread, or opens it again. Doing it twice is doing it once. @throws {Refusal} INVALID_INPUT · NOT_FOUND */
export async function resolveThread(
  scope: Scope,
  editions: Editions,
  input: { organisationId: string; id: string; resolved: boolean },
): Promise<CommentThread> {
  const { organisationId, resolved } = input;
  const { cycle } = await getDossierOrThrow(scope, editions, organisationId, []);
  const id = requireId("id", input.id);
  await scope.sql(
    "resolve thread",
    `update toetssteen.comment
     set resolved_at = case when $3 then coalesce(resolved_at, now()) end,
       resolved_by = case when $3 then coalesce(resolved_by, $4) end
     where organisation_id = $1 and id = $2 and thread_id is null`,
    [organisationId, id, resolved, scope.actor.personId],
  );
  return getThreadOrThrow(scope, { organisationId, cycleId: cycle.id }, id);
}

/** Open threads of the open cycle that mention the person who asks; none without a cycle. */
export async function findThreadsForMe(
  scope: Scope,
  editions: Editions,
  organisationId: string,
): Promise<CommentThread[]> {
  const dossier = await findDossier(scope, editions, organisationId, []);
  if (!dossier) return [];
  const place = { organisationId, cycleId: dossier.cycle.id };
  const threads = await findThreadsMentioning(scope, place, scope.actor.personId);
  // What does not apply now has no page to answer on.
  return threads.filter(({ part }) => {
    const found = findPart(dossier.edition, part);
    return found !== null && partApplies(found, dossier.profile);
  });
}

function threadOf(
  scope: Scope,
  organisationId: string,
  id: string,
  { cycleId, threadId }: Written,
): Promise<CommentThread> {
  return getThreadOrThrow(scope, { organisationId, cycleId }, threadId ?? id);
}

async function getThreadOrThrow(
  scope: Scope,
  place: { organisationId: string; cycleId: string },
  id: string,
): Promise<CommentThread> {
  const thread = await findThread(scope, place, id);
  if (!thread) throw new Refusal("NOT_FOUND");
  return thread;
}

async function getOwnOrThrow(scope: Scope, organisationId: string, id: string): Promise<Written> {
  const written = await findWritten(scope, organisationId, id);
  if (!written) throw new Refusal("NOT_FOUND");
  if (written.authorId !== scope.actor.personId) throw new Refusal("FORBIDDEN");
  return written;
}

/** Everybody once, and not oneself. @throws {Refusal} INVALID_INPUT for somebody who is new and doesn't belong here */
async function membersAmong(
  scope: Scope,
  organisationId: string,
  people: readonly string[],
  standing: readonly string[] = [],
): Promise<string[]> {
  const others = [...new Set(people)].filter((personId) => personId !== scope.actor.personId);
  await requireMembers(scope, organisationId, "mentions", others, standing);
  return others;
}
