import type { PassageField } from "@toetssteen/contract";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
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

registerEnumType(passageFieldEnum, { name: "PassageField" });
