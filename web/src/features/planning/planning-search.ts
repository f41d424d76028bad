import type { PlanningChoice } from "../../gql/graphql.ts";

/** What the address says of the planning. */
export interface PlanningSearch {
  /** The submission for which a mandate is being given. */
  readonly opdracht?: string;
  readonly toon?: "zonder-auditor" | "loopt-af";
}

/** What is no filter is left out, so that an address somebody typed shows everything. */
export function readPlanningSearch({
  opdracht,
  toon,
}: Readonly<Record<string, unknown>>): PlanningSearch {
  return {
    ...(typeof opdracht === "string" ? { opdracht } : {}),
    ...(toon === "zonder-auditor" || toon === "loopt-af" ? { toon } : {}),
  };
}

/** Which lines the page asks for. */
export function choiceOf({ toon }: PlanningSearch): PlanningChoice {
  if (toon === "zonder-auditor") return "WAITING";
  return toon === "loopt-af" ? "ENDING" : "ALL";
}
