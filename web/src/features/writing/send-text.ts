import type { ApolloClient } from "@apollo/client";
import {
  AnswerFragmentDoc,
  AnswerIndicatorDocument,
  DiscussionFactsFragmentDoc,
  NormPageDocument,
  OverviewDocument,
  PassageTextFragmentDoc,
  PlanOwnerFragmentDoc,
  SetPlanDocument,
  WriteDiscussionDocument,
  WritePassageDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { beginWork } from "../work/work-cache.ts";
import { issuesOf, problemOf } from "../../network/problem.ts";
import type { Save, SaveResult } from "./autosave.ts";
import { answerLatest, discussionLatest, partOf, passageLatest, planLatest } from "./text-place.ts";
import type { TextKind, TextPlace, WordsOf } from "./text-place.ts";
import { troubleOf } from "./trouble-of.ts";

/** For whom something was typed: also when it is sent later, it goes there and nowhere else. */
export interface Desk {
  readonly organisationId: string;
  readonly hat: string;
}

type Senders = {
  readonly [K in TextKind]: (
    client: ApolloClient,
    desk: Desk,
    place: TextPlace<K>,
  ) => (
    words: WordsOf[K],
    baseVersion: number,
    context: object,
  ) => Promise<SaveResult<WordsOf[K]> | null>;
};

const senders: Senders = {
  answer:
    (client, { organisationId }, { cycleId, indicator }) =>
    async (words, baseVersion, context) => {
      const input = { organisationId, cycleId, indicator, baseVersion, ...words };
      const variables = { input };
      const { data } = await client.mutate({
        mutation: AnswerIndicatorDocument,
        variables,
        context,
      });
      const result = data?.answerIndicator;
      if (result?.__typename === "IndicatorAnswered")
        return saved(answerLatest(readFragment(AnswerFragmentDoc, result.answer)));
      if (result?.__typename === "IndicatorAnswerConflict")
        return clash(answerLatest(readFragment(AnswerFragmentDoc, result.current)));
      return null;
    },
  passage:
    (client, { organisationId }, { cycleId, part, field }) =>
    async (words, baseVersion, context) => {
      const variables = { input: { organisationId, cycleId, part, field, baseVersion, ...words } };
      const { data } = await client.mutate({ mutation: WritePassageDocument, variables, context });
      const result = data?.writePassage;
      if (result?.__typename === "PassageWritten")
        return saved(passageLatest(readFragment(PassageTextFragmentDoc, result.passage)));
      if (result?.__typename === "PassageConflict")
        return clash(passageLatest(readFragment(PassageTextFragmentDoc, result.current)));
      return null;
    },
  plan:
    (client, { organisationId }, { cycleId, part }) =>
    async (words, baseVersion, context) => {
      const variables = { input: { organisationId, cycleId, part, baseVersion, ...words } };
      const { data } = await client.mutate({ mutation: SetPlanDocument, variables, context });
      const result = data?.setPlan;
      if (result?.__typename === "PlanSet")
        return saved(planLatest(readFragment(PlanOwnerFragmentDoc, result.plan)));
      if (result?.__typename === "PlanConflict")
        return clash(planLatest(readFragment(PlanOwnerFragmentDoc, result.current)));
      return null;
    },
  discussion:
    (client, { organisationId }, { cycleId, norm, id }) =>
    async (words, baseVersion, context) => {
      const variables = { input: { organisationId, cycleId, norm, id, baseVersion, ...words } };
      const { data } = await client.mutate({
        mutation: WriteDiscussionDocument,
        variables,
        context,
      });
      const result = data?.writeDiscussion;
      if (result?.__typename === "DiscussionWritten")
        return saved(discussionLatest(readFragment(DiscussionFactsFragmentDoc, result.discussion)));
      if (result?.__typename !== "DiscussionConflict") return null;
      return result.current === null
        ? { kind: "trouble", trouble: "gone" }
        : clash(discussionLatest(readFragment(DiscussionFactsFragmentDoc, result.current)));
    },
};

/** What writes the words of one place. */
export function saver<K extends TextKind>(
  client: ApolloClient,
  desk: Desk,
  place: TextPlace<K>,
): Save<WordsOf[K]> {
  const send = senders[place.kind as K](client, desk, place);
  return async (words, baseVersion, leaving) => {
    const context = { hat: desk.hat, ...(leaving ? { fetchOptions: { keepalive: true } } : {}) };
    try {
      const result = await send(words, baseVersion, context);
      if (result?.kind === "saved") refresh(client, place, result.latest.version);
      return result ?? { kind: "trouble", trouble: "connection" };
    } catch (error) {
      const hasLeft = issuesOf(error).some(({ left }) => left !== undefined);
      return { kind: "trouble", trouble: hasLeft ? "left" : troubleOf(problemOf(error)) };
    }
  };
}

const begun = new Set<string>();

/**
 * What a saved text changes elsewhere on the page: the first words in a part may change its work state, which the server
 * counts, and a new row changes a list.
 */
function refresh(client: ApolloClient, place: TextPlace, version: number): void {
  beginWork(client.cache, place.cycleId, partOf(place) ?? "");
  const part = `${place.cycleId}:${partOf(place) ?? ""}`;
  const include = [
    ...(begun.has(part) ? [] : [OverviewDocument]),
    ...(place.kind === "discussion" && version === 1 ? [NormPageDocument] : []),
  ];
  begun.add(part);
  if (include.length > 0) client.refetchQueries({ include }).catch(() => undefined);
}

function saved<Latest>(latest: Latest) {
  return { kind: "saved", latest } as const;
}

function clash<Latest>(latest: Latest) {
  return { kind: "clash", latest } as const;
}
