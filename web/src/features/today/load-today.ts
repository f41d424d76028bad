import type { ApolloClient } from "@apollo/client";
import { load, loadAnew } from "../../network/apollo.ts";
import { OverseenDocument, PlanningWaitsDocument, ViewerDocument } from "../../gql/graphql.ts";
import type { Locale } from "../../gql/graphql.ts";
import { loadMessages } from "../../i18n/language.ts";
import type { Opens } from "../identity/what-opens.ts";
import type { OtherTodayProps } from "./OtherToday.tsx";

/** What today's page shows to who doesn't work at a library. */
export async function loadToday(
  client: ApolloClient,
  organisationId: string,
  locale: Locale,
  opens: Opens,
): Promise<OtherTodayProps> {
  const asked: OtherTodayProps = {
    overseen: opens.overseen
      ? { organisationId, locale, sort: "AUDIT", quarter: null, search: "" }
      : null,
    planning: opens.planning ? { organisationId } : null,
    viewer: opens.mandates ? {} : null,
  };
  await Promise.all([
    loadMessages("today", "oversight", "planning", "mandate"),
    asked.overseen && load(client, OverseenDocument, asked.overseen),
    asked.planning && load(client, PlanningWaitsDocument, asked.planning),
    asked.viewer && loadAnew(client, ViewerDocument, asked.viewer),
  ]);
  return asked;
}
