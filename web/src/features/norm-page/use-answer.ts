import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { AnswerFragmentDoc, AnswerIndicatorDocument, OverviewDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { WorkState } from "../../gql/graphql.ts";
import { problemOf } from "../identity/problem.ts";
import type { Problem } from "../identity/problem.ts";
import type { Draft, Standing, Trouble } from "./answer-draft.ts";
import { Autosave } from "./autosave.ts";
import type { Save } from "./autosave.ts";
import { addressOf, draftStore } from "./draft-store.ts";
import type { AnswerKey } from "./draft-store.ts";
import { remember } from "../self-evaluation/open-answers.ts";

const opened = new Map<string, Autosave>();

function openAnswer(
  client: ApolloClient,
  key: AnswerKey,
  hat: string,
  standing: Standing,
): Autosave {
  const address = addressOf(key);
  const known = opened.get(address);
  if (known) return known;
  const autosave = new Autosave(
    standing,
    saver(client, key, hat, standing.workState),
    draftStore(key),
  );
  opened.set(address, autosave);
  remember(autosave);
  return autosave;
}

function saver(client: ApolloClient, key: AnswerKey, hat: string, workState: WorkState): Save {
  const { organisationId, cycleId, indicator } = key;
  let counted = workState;
  return async (words, baseVersion, leaving) => {
    const input = { organisationId, cycleId, indicator, baseVersion, ...words };
    const context = { hat, ...(leaving ? { fetchOptions: { keepalive: true } } : {}) };
    try {
      const { data } = await client.mutate({
        mutation: AnswerIndicatorDocument,
        variables: { input },
        context,
      });
      const result = data?.answerIndicator;
      if (result?.__typename === "IndicatorAnswered") {
        const standing = readFragment(AnswerFragmentDoc, result.answer);
        if (standing.workState !== counted) refreshOverview(client);
        counted = standing.workState;
        return { kind: "saved", standing };
      }
      if (result?.__typename === "IndicatorAnswerConflict") {
        return { kind: "clash", standing: readFragment(AnswerFragmentDoc, result.current) };
      }
      return { kind: "trouble", trouble: "connection" };
    } catch (error) {
      return { kind: "trouble", trouble: troubleOf(problemOf(error)) };
    }
  };
}

/** How many parts are in which state is counted by the server. */
function refreshOverview(client: ApolloClient): void {
  client.refetchQueries({ include: [OverviewDocument] }).catch(() => undefined);
}

function troubleOf(problem: Problem): Trouble {
  switch (problem) {
    case "NO_CONNECTION":
    case "BUSY":
    case "INTERNAL":
    case "TOO_MANY_ATTEMPTS":
      return "connection";
    case "UNAUTHENTICATED":
    case "INVALID_CREDENTIALS":
    case "SIGN_IN_AGAIN":
    case "SIGN_IN_FIRST":
      return "signed-out";
    case "INVALID_INPUT":
      return "invalid";
    case "UNKNOWN_DOCUMENT":
    case "INVALID_DOCUMENT":
      return "outdated";
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "NOT_APPLICABLE":
    case "NOT_ANSWERED":
    case "ID_TAKEN":
    case "CONFLICT_OF_INTEREST":
    case "LAST_ADMINISTRATOR":
    case "INVITATION_CLOSED":
    case "INVALID_CODE":
    case "WRONG_PASSWORD":
    case "LINK_EXPIRED":
    case "SECOND_FACTOR_CHANGED":
    case "FOREIGN_ORIGIN":
      return "refused";
  }
}

/** One answer on screen: its draft, and the autosave that takes what happens to it. */
export function useAnswer(
  key: AnswerKey,
  hat: string,
  standing: Standing,
): readonly [Draft, Autosave] {
  const client = useApolloClient();
  const [autosave] = useState(() => openAnswer(client, key, hat, standing));
  useEffect(() => autosave.hear(standing), [autosave, standing]);
  useEffect(() => () => autosave.flush(), [autosave]);
  return [useSyncExternalStore(autosave.subscribe, autosave.snapshot), autosave];
}
