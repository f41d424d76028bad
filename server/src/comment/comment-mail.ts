import { findPart } from "@toetssteen/norms";
import { mailMember } from "../jobs/enqueue.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import { markMailed } from "./comment.sql.ts";
import type { CommentThread } from "./comment.type.ts";

/** Mails the members whom a comment that stands mentions, each once: not those who had that mail already. */
export async function mailMentioned(
  scope: Scope,
  { organisation, edition }: Dossier,
  thread: CommentThread,
  id: string,
): Promise<void> {
  const already = await markMailed(scope, organisation.id, id);
  const comment = thread.comments.find((one) => one.id === id);
  const norm = findPart(edition, thread.part)?.norm.code ?? "";
  for (const mentioned of comment?.mentions ?? []) {
    if (already === null || already.includes(mentioned.personId)) continue;
    await mailMember(scope, mentioned.personId, {
      template: "mention",
      locale: "nl",
      values: {
        name: mentioned.name,
        author: comment?.author.name ?? "",
        organisationName: organisation.name,
        part: thread.part,
        page: `/o/${organisation.id}/zelfevaluatie/${norm}#opmerking-${thread.id}`,
      },
    });
  }
}
