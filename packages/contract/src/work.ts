import * as z from "zod/mini";
import { day } from "./day.ts";
import { id } from "./id.ts";
import { longestComment } from "./limits.ts";
import { partCode, trimmedText } from "./text-input.ts";

/** Most people mentioned in one comment. */
export const mostMentions = 20;

/** What somebody says beside a part. */
const said = trimmedText(longestComment, "Schrijf eerst iets.");

/** Members who get a mail about it. */
const mentions = z
  .array(id)
  .check(z.maxLength(mostMentions, `Noem hooguit ${mostMentions} mensen.`));

/** What `addComment` takes. */
export const addCommentInput = z.object({
  organisationId: id,
  id: id,
  cycleId: id,
  part: partCode,
  /** The first comment of the thread that it goes on; null begins one. */
  threadId: z.nullable(id),
  body: said,
  mentions,
});
export type AddCommentInput = z.infer<typeof addCommentInput>;

/** What `changeComment` takes. */
export const changeCommentInput = z.object({ organisationId: id, id, body: said, mentions });
export type ChangeCommentInput = z.infer<typeof changeCommentInput>;

/** To whom a part is given, and by when. */
const given = {
  part: partCode,
  assigneeId: z.nullable(id),
  dueOn: z.nullable(day),
};

/** What `assign` takes. */
export const assignInput = z.object({ organisationId: id, cycleId: id, ...given });
export type AssignInput = z.infer<typeof assignInput>;

/** Most parts that are given, or set, at once. */
export const mostParts = 100;

/** A list in which each part stands once. */
function eachOnce<S extends z.ZodMiniType<{ part: string }>>(of: S) {
  return z.array(of).check(
    z.minLength(1, "Kies minstens één onderdeel."),
    z.maxLength(mostParts, `Hooguit ${mostParts} onderdelen tegelijk.`),
    z.refine(
      (list) => new Set(list.map(({ part }) => part)).size === list.length,
      "Elk onderdeel één keer.",
    ),
  );
}

/** What `assignParts` takes. */
export const assignPartsInput = z.object({
  organisationId: id,
  cycleId: id,
  parts: eachOnce(z.object(given)),
});
export type AssignPartsInput = z.infer<typeof assignPartsInput>;

/** How far a part is. */
const standing = {
  part: partCode,
  state: z.enum(["TO_DO", "IN_PROGRESS", "READY_TO_READ", "DONE"]),
};

/** What `setWorkState` takes. */
export const setWorkStateInput = z.object({ organisationId: id, cycleId: id, ...standing });
export type SetWorkStateInput = z.infer<typeof setWorkStateInput>;

/** What `setWorkStates` takes. */
export const setWorkStatesInput = z.object({
  organisationId: id,
  cycleId: id,
  parts: eachOnce(z.object(standing)),
});
export type SetWorkStatesInput = z.infer<typeof setWorkStatesInput>;
