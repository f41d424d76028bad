import { registerEnumType } from "type-graphql";
import type { PlanningChoice } from "./planning-lines.sql.ts";

/** Names as clients see them, values as the database and the norms keep them. */
export const planningChoiceEnum = {
  ALL: "all",
  WAITING: "waiting",
  ENDING: "ending",
} as const satisfies { [C in PlanningChoice as Uppercase<C>]: C };

registerEnumType(planningChoiceEnum, {
  name: "PlanningChoice",
  description:
    "WAITING: nobody reads the latest version, or will. ENDING: somebody may read it for at most 30 days yet.",
});
