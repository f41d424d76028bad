import * as z from "zod/mini";
import { day } from "./day.ts";
import { id } from "./id.ts";
import { longText, oneLine, partCode } from "./text-input.ts";

/** The boxes of a self-evaluation, by what they are about. The first three are about the cycle as a whole. */
export const passageFields = {
  cycle: ["ambitions", "bottlenecks", "accents"],
  norm: ["facts", "view", "reason", "plan", "consequences"],
  question: ["practice", "judgement"],
  indicator: ["reason", "plan", "consequences"],
} as const;
export type PassageField = (typeof passageFields)[keyof typeof passageFields][number];

const everyField = [...new Set(Object.values(passageFields).flat())] as [
  PassageField,
  ...PassageField[],
];

/** What `writePassage` takes. */
export const writePassageInput = z.object({
  organisationId: id,
  cycleId: id,
  /** Null for the boxes about the cycle as a whole. */
  part: z.nullable(partCode),
  field: z.enum(everyField),
  baseVersion: z.int().check(z.minimum(0)),
  body: longText(),
  /** An earlier version is put back: that is an entry of its own in the history. */
  restoring: z._default(z.boolean(), false),
});
export type WritePassageInput = z.infer<typeof writePassageInput>;

/** What `setPlan` takes: who carries a plan out, and by when. */
export const setPlanInput = z.object({
  organisationId: id,
  cycleId: id,
  part: partCode,
  ownerId: z.nullable(id),
  dueOn: z.nullable(day),
  baseVersion: z.int().check(z.minimum(0)),
});
export type SetPlanInput = z.infer<typeof setPlanInput>;

/** With whom a norm was discussed: people of the library itself, or a partner. */
export const discussionKinds = ["function_group", "partner"] as const;
export type DiscussionKind = (typeof discussionKinds)[number];

/** What `writeDiscussion` takes; the same id changes the row. */
export const writeDiscussionInput = z.object({
  organisationId: id,
  id: id,
  cycleId: id,
  norm: partCode,
  withKind: z.enum(discussionKinds),
  withWhom: oneLine(200, "Vul in met wie."),
  heldOn: z.nullable(day),
  baseVersion: z.int().check(z.minimum(0)),
});
export type WriteDiscussionInput = z.infer<typeof writeDiscussionInput>;
