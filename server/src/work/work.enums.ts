import type { PartKind, WorkState } from "@toetssteen/norms";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const partKindEnum = {
  NORM: "norm",
  INDICATOR: "indicator",
  QUESTION: "question",
} as const satisfies { [K in PartKind as Uppercase<K>]: K };
export const workStateEnum = {
  TO_DO: "TO_DO",
  IN_PROGRESS: "IN_PROGRESS",
  READY_TO_READ: "READY_TO_READ",
  DONE: "DONE",
} as const satisfies { [S in WorkState]: S };

registerEnumType(partKindEnum, {
  name: "PartKind",
  description: "What can be assigned: a norm as a whole, an indicator, a question.",
});
registerEnumType(workStateEnum, { name: "WorkState" });
