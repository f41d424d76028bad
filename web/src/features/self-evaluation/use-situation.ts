import { dayInAmsterdam } from "@toetssteen/norms";
import type { Situation } from "@toetssteen/norms";
import { getRouteApi } from "@tanstack/react-router";
import { SubmittedChangesDocument } from "../../gql/graphql.ts";
import { useNow } from "../../i18n/now.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { whatOpens } from "../identity/what-opens.ts";
import { sinceOf, situationOf } from "./situation.ts";
import type { Since } from "./situation.ts";
import { useOverviewQuery } from "./use-overview.ts";

const organisationRoute = getRouteApi("/o/$organisation");

/** What decides what the person who looks should do next; null where there is no self-evaluation for this hat. */
export function useSituation(): Situation | null {
  const { person, hat } = organisationRoute.useRouteContext();
  const { changes } = organisationRoute.useLoaderData();
  const query = useOverviewQuery();
  const changed = useLoaded(SubmittedChangesDocument, changes);
  const today = dayInAmsterdam(useNow());
  if (!query?.selfEvaluation) return null;
  const { addEvidence: mayWrite, submit } = whatOpens(hat);
  const who = { personId: person.id, today, mayWrite, mayDivide: submit, maySubmit: submit };
  return situationOf(query, changed, who);
}

/** Where something else stands than was submitted, by the newest submission's id. */
export function useSince(): ReadonlyMap<string, Since> {
  const { changes } = organisationRoute.useLoaderData();
  return sinceOf(useLoaded(SubmittedChangesDocument, changes));
}
