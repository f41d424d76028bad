import type { Locale, PartKind, WorkState } from "@toetssteen/norms";
import type {
  DocumentKind,
  DiscussionKind,
  EvidenceKind,
  NeeLabel,
  PassageField,
  Sharing,
} from "@toetssteen/contract";
import { registerEnumType } from "type-graphql";
import type { EvidenceSort } from "../evidence/evidence-list.sql.ts";
import type { PlanningChoice } from "../planning/planning-lines.sql.ts";
import type { SearchKind } from "../search/search.sql.ts";
import type { Role } from "../tenancy/kinds.ts";

/** Enums of the schema: names as clients see them, values as the database and the norms keep them. */
export const localeEnum = { NL: "nl", EN: "en" } as const satisfies Record<string, Locale>;
export const verdictEnum = { JA: "ja", NEE: "nee" } as const;
export const neeLabelEnum = {
  POLICY_CHOICE: "policy_choice",
  NOT_YET: "not_yet",
  RISK_ACCEPTED: "risk_accepted",
} as const satisfies { [L in NeeLabel as Uppercase<L>]: L };
export const passageFieldEnum = {
  AMBITIONS: "ambitions",
  BOTTLENECKS: "bottlenecks",
  ACCENTS: "accents",
  FACTS: "facts",
  VIEW: "view",
  PRACTICE: "practice",
  JUDGEMENT: "judgement",
  REASON: "reason",
  PLAN: "plan",
  CONSEQUENCES: "consequences",
} as const satisfies { [F in PassageField as Uppercase<F>]: F };
export const discussionKindEnum = {
  FUNCTION_GROUP: "function_group",
  PARTNER: "partner",
} as const satisfies { [K in DiscussionKind as Uppercase<K>]: K };
export const evidenceKindEnum = {
  FILES: "files",
  LINK: "link",
} as const satisfies { [K in EvidenceKind as Uppercase<K>]: K };
export const documentKindEnum = {
  PDF: "pdf",
  TEXT: "text",
  SHEET: "sheet",
  SLIDES: "slides",
  IMAGE: "image",
  MAIL: "mail",
  LINK: "link",
} as const satisfies Record<string, DocumentKind>;

export const sharingEnum = {
  INTERNAL: "internal",
  SHARED: "shared",
} as const satisfies { [S in Sharing as Uppercase<S>]: S };
export const fileStateEnum = {
  UPLOADING: "uploading",
  QUARANTINED: "quarantined",
  READY: "ready",
  REFUSED: "refused",
} as const;
export const filePreviewEnum = { PDF: "pdf", IMAGE: "image", TEXT: "text" } as const;
export const partKindEnum = {
  NORM: "norm",
  INDICATOR: "indicator",
  QUESTION: "question",
} as const satisfies { [K in PartKind as Uppercase<K>]: K };
export const evidenceSortEnum = {
  ADDED: "added",
  TITLE: "title",
  ABOUT: "about",
} as const satisfies { [S in EvidenceSort as Uppercase<S>]: S };
export const searchKindEnum = {
  ANSWER: "answer",
  PASSAGE: "passage",
  DISCUSSION: "discussion",
  COMMENT: "comment",
  DOCUMENT: "document",
} as const satisfies { [K in SearchKind as Uppercase<K>]: K };
export const workStateEnum = {
  TO_DO: "TO_DO",
  IN_PROGRESS: "IN_PROGRESS",
  READY_TO_READ: "READY_TO_READ",
  DONE: "DONE",
} as const satisfies { [S in WorkState]: S };
export const roleEnum = {
  ADMINISTRATOR: "administrator",
  QUALITY_COORDINATOR: "quality_coordinator",
  COLLEAGUE: "colleague",
  DIRECTOR: "director",
  READER: "reader",
  ADVISER: "adviser",
  OFFICE: "office",
  AUDITOR: "auditor",
} as const satisfies { [R in Role as Uppercase<R>]: R };

export const oversightLevelEnum = { PROGRESS: "progress" } as const;
export const planningChoiceEnum = {
  ALL: "all",
  WAITING: "waiting",
  ENDING: "ending",
} as const satisfies { [C in PlanningChoice as Uppercase<C>]: C };
export const overseenSortEnum = { NAME: "name", AUDIT: "audit" } as const;
export const hatKindEnum = { ORGANISATION: "organisation", MANDATE: "mandate" } as const;
export const documentGoingEnum = {
  ALONG: "along",
  NAME_ONLY: "name_only",
  STAYS: "stays",
} as const;

export type DocumentGoing = (typeof documentGoingEnum)[keyof typeof documentGoingEnum];
export type FileState = (typeof fileStateEnum)[keyof typeof fileStateEnum];
export type FilePreview = (typeof filePreviewEnum)[keyof typeof filePreviewEnum];
export type Verdict = (typeof verdictEnum)[keyof typeof verdictEnum];

registerEnumType(localeEnum, { name: "Locale" });
registerEnumType(verdictEnum, {
  name: "Verdict",
  description: "Neither is right or wrong; never counted.",
});
registerEnumType(partKindEnum, {
  name: "PartKind",
  description: "What can be assigned: a norm as a whole, an indicator, a question.",
});
registerEnumType(workStateEnum, { name: "WorkState" });
registerEnumType(roleEnum, { name: "Role" });
registerEnumType(oversightLevelEnum, { name: "OversightLevel" });
registerEnumType(overseenSortEnum, { name: "OverseenSort" });
registerEnumType(planningChoiceEnum, {
  name: "PlanningChoice",
  description:
    "WAITING: nobody reads the latest version, or will. ENDING: somebody may read it for at most 30 days yet.",
});
registerEnumType(hatKindEnum, { name: "HatKind" });
registerEnumType(neeLabelEnum, {
  name: "NeeLabel",
  description:
    "What a nee is; it stands beside its reason, plan and consequences, never in their place.",
});
registerEnumType(passageFieldEnum, { name: "PassageField" });
registerEnumType(discussionKindEnum, { name: "DiscussionKind" });
registerEnumType(evidenceKindEnum, { name: "EvidenceKind" });
registerEnumType(documentKindEnum, { name: "DocumentKind" });

registerEnumType(sharingEnum, {
  name: "Sharing",
  description: "INTERNAL stays in the library; SHARED may go along with what is handed in.",
});
registerEnumType(fileStateEnum, {
  name: "FileState",
  description:
    "UPLOADING: not all here. QUARANTINED: not scanned for viruses. REFUSED: `refusedFor` says why.",
});
registerEnumType(filePreviewEnum, {
  name: "FilePreview",
  description: "How a page can show a file.",
});
registerEnumType(searchKindEnum, { name: "SearchKind" });
registerEnumType(evidenceSortEnum, {
  name: "EvidenceSort",
  description: "ADDED and ABOUT: the latest first. TITLE: from A to Z.",
});
registerEnumType(documentGoingEnum, {
  name: "DocumentGoing",
  description: "NAME_ONLY: it has no file that can be read yet. STAYS: it is internal.",
});
