import { addCommentInput, type AddCommentInput } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { Refusal } from "../graphql/errors.ts";
import { requireId, validInput } from "../graphql/input.ts";
import { mailMember } from "../jobs/enqueue.ts";
import { isMember } from "../membership/membership.service.ts";
import { getDossierOrThrow, type Dossier } from "../self-evaluation/dossier.ts";
import { requirePart } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findThreads, insertComment } from "./comment.sql.ts";
import type { CommentThread } from "./comment.type.ts";

/**
 * Writes a comment beside a part, and mails those it mentions. The same id is written, and mailed, once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE
 */
export async function addComment(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: AddCommentInput,
): Promise<CommentThread> {
  const input = validInput(addCommentInput, { ...sent, threadId: sent.threadId ?? null });
  const { organisationId, id, cycleId, part, body } = input;
  const dossier = await getDossierOrThrow(scope, editions, organisationId, []);
  requirePart(dossier, cycleId, part);
  const { threadId } = input;
  if (threadId !== null) await getThreadOrThrow(scope, organisationId, cycleId, threadId, part);
  const mentions = [...new Set(input.mentions)].filter(
    (personId) => personId !== scope.asker.personId,
  );
  for (const personId of mentions) {
    if (!(await isMember(scope, organisationId, personId))) {
      throw new Refusal("INVALID_INPUT", [
        { path: "mentions", message: "Mensen van jullie organisatie." },
      ]);
    }
  }
  const isNew = await insertComment(scope, {
    organisationId,
    id,
    cycleId,
    part,
    threadId,
    body,
    mentions,
  });
  const thread = await getThreadOrThrow(scope, organisationId, cycleId, threadId ?? id, part);
  if (isNew) await mailMentioned(scope, dossier, thread, id);
  return thread;
}

/** Closes a thread, or opens it again. Doing it twice is doing it once. @throws {Refusal} INVALID_INPUT · NOT_FOUND */
export async function resolveThread(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
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
    [organisationId, id, resolved, scope.asker.personId],
  );
  return getThreadOrThrow(scope, organisationId, cycle.id, id);
}

async function getThreadOrThrow(
  scope: Scope,
  organisationId: string,
  cycleId: string,
  threadId: string,
  part?: string,
): Promise<CommentThread> {
  const parts = part === undefined ? null : [part];
  const [thread] = await findThreads(scope, { organisationId, cycleId, parts, threadId });
  if (!thread) throw new Refusal("NOT_FOUND");
  return thread;
}

async function mailMentioned(
  scope: Scope,
  { organisation, edition }: Dossier,
  thread: CommentThread,
  id: string,
): Promise<void> {
  const comment = thread.comments.find((one) => one.id === id);
  const norm = edition.norms.find(
    ({ code }) => thread.part === code || thread.part.startsWith(`${code}.`),
  );
  for (const mentioned of comment?.mentions ?? []) {
    await mailMember(scope, mentioned.personId, {
      template: "mention",
      locale: "nl",
      values: {
        name: mentioned.name,
        author: comment?.author.name ?? "",
        organisationName: organisation.name,
        part: thread.part,
        page: `/o/${organisation.id}/zelfevaluatie/${norm?.code ?? ""}`,
      },
    });
  }
}
