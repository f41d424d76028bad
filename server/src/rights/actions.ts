import type { Right, Role } from "./kinds.ts";

const library: readonly Role[] = [
  "administrator",
  "quality_coordinator",
  "colleague",
  "director",
  "reader",
];
const everyMember: readonly Role[] = [...library, "adviser", "office", "auditor"];
const coordinating: readonly Role[] = ["administrator", "quality_coordinator"];

/**
 * Every action, and by which right it may be taken. A type or root field names its action; a document is allowed when
 * the actor has, for each organisation it names, a right to each action its fields need.
 */
export const actions = {
  /** Who am I, and for whom may I act; what an invitation opens. Also for nobody. */
  "viewer.read": "everyone",
  /** What is a person's own, wherever they work. */
  "viewer.write": "everyone",
  "organisation.read": [...everyMember, "oversight:progress"],
  "member.read": everyMember,
  "member.manage": ["administrator"],
  /** Becoming a member of an organisation one has no right to yet: the database checks the invitation. */
  "invitation.accept": "everyone",
  "norm.read": [...library, "adviser", "oversight:progress"],
  "self-evaluation.read": library,
  "progress.read": [...library, "adviser", "oversight:progress"],
  "answer.read": library,
  "answer.write": [...coordinating, "colleague"],
  "work.assign": coordinating,
  "comment.read": library,
  "comment.write": [...coordinating, "colleague", "director"],
  "evidence.read": library,
  "evidence.write": [...coordinating, "colleague"],
  /** Looking in everything that a member of the library may read. */
  "search.read": library,
  "profile.read": library,
  "profile.write": coordinating,
  "activity.read": library,
  "oversight.read": library,
  "oversight.write": ["administrator"],
  "overseen.read": ["adviser"],
  /** What a library shows at level progress: to whom it shows it, and to itself as a preview. */
  "overseen-library.read": [...library, "adviser", "oversight:progress"],
  "submission.read": [...library, "mandate"],
  "submission.write": coordinating,
  "planning.read": ["office"],
  "planning.write": ["office"],
  /** A file: the library's own evidence, or what went along with a submission. */
  "file.read": [...library, "mandate"],
  "access-log.read": [...coordinating, "director"],
} as const satisfies Record<string, "everyone" | readonly Right[]>;

export type Action = keyof typeof actions;
