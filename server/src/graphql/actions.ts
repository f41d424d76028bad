import type { Role } from "../tenancy/kinds.ts";

const library: readonly Role[] = ["administrator", "quality_coordinator", "colleague", "director", "reader"];

/**
 * Every action, and by which right it may be taken. A type or root field names its action; a document is allowed when
 * the asker has, for each organisation it names, a right to each action its fields need.
 */
export const actions = {
  /** Who am I, and for whom may I act. Also for nobody: the answer is then empty. */
  "viewer.read": "everyone",
  "organisation.read": library,
  "member.read": library,
  "norm.read": library,
  "self-evaluation.read": library,
  "progress.read": library,
  "answer.read": library,
  "answer.write": ["administrator", "quality_coordinator", "colleague"],
} as const satisfies Record<string, "everyone" | readonly Role[]>;

export type Action = keyof typeof actions;
