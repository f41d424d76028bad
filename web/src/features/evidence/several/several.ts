import type { ApolloClient } from "@apollo/client";
import {
  AddEvidenceUsesDocument,
  ChangeEvidenceDocument,
  FactsOfEvidenceFragmentDoc,
  RemoveEvidenceItemsDocument,
  RemoveEvidenceUsesDocument,
} from "../../../gql/graphql.ts";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { AddedEvidenceUse, EvidenceFacts } from "../../../gql/graphql.ts";
import { Refused } from "../../../network/problem.ts";
import { forgetLists } from "../forget-lists.ts";

/** One of the documents to which something is done. */
export interface Chosen extends EvidenceFacts {
  readonly id: string;
  readonly title: string;
}

/** What several documents have become since somebody saw them: nothing was done. */
export class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
  constructor(readonly titles: readonly string[]) {
    super("Documents changed in the meantime.");
  }
}

/** Takes back what was done. */
export type Undo = () => Promise<void>;

/**
 * What can be done to several documents in one go; the server does it to all of them or to none.
 * @throws {ChangedMeanwhile} and what the server refuses
 */
export function severalOf(client: ApolloClient, organisationId: string) {
  const change = async (items: readonly Change[]): Promise<void> => {
    const variables = { input: { organisationId, items: [...items] } };
    const { data } = await client.mutate({ mutation: ChangeEvidenceDocument, variables });
    const result = data?.changeEvidence;
    if (result?.__typename === "EvidenceChangeConflict")
      throw new ChangedMeanwhile(
        result.current.map((one) => readFragment(FactsOfEvidenceFragmentDoc, one).title),
      );
    if (result?.__typename !== "EvidenceChanged") throw new Refused("INTERNAL");
  };
  const remove = async (ids: readonly string[], removed: boolean): Promise<void> => {
    const variables = { input: { organisationId, ids: [...ids], removed } };
    await client.mutate({ mutation: RemoveEvidenceItemsDocument, variables });
  };
  const unlink = async (ids: readonly string[], removed: boolean): Promise<void> => {
    const variables = { input: { organisationId, ids: [...ids], removed } };
    await client.mutate({ mutation: RemoveEvidenceUsesDocument, variables });
    await showUses();
  };
  /** On the page of a norm, which holds them by part. */
  const showUses = async () => {
    const shown = [...client.getObservableQueries("active").values()];
    if (!shown.some(({ queryName }) => queryName === "NormPage")) return;
    forgetLists(client);
    await client.refetchQueries({ include: ["NormPage"] });
  };
  return {
    change: async (items: readonly Chosen[], facts: Partial<EvidenceFacts>): Promise<Undo> => {
      const changes = items.map(({ id, sharing, aboutFrom, aboutTo }): Change => {
        const was = { sharing, aboutFrom, aboutTo };
        return { id, was, becomes: { ...was, ...facts } };
      });
      await change(changes);
      return () =>
        change(changes.map(({ id, was, becomes }) => ({ id, was: becomes, becomes: was })));
    },
    setRemoved: async (ids: readonly string[], removed: boolean): Promise<Undo> => {
      await remove(ids, removed);
      return () => remove(ids, !removed);
    },
    /** @returns how many places came, and how to take those away again */
    link: async (cycleId: string, uses: readonly AddedEvidenceUse[]): Promise<Undo> => {
      const variables = { input: { organisationId, cycleId, uses: [...uses] } };
      const { data } = await client.mutate({ mutation: AddEvidenceUsesDocument, variables });
      if (!data) throw new Refused("INTERNAL");
      await showUses();
      // What stood there before stays there.
      const sent = new Set(uses.map(({ id }) => id));
      const ids = data.addEvidenceUses.map(({ id }) => id).filter((id) => sent.has(id));
      return () => (ids.length === 0 ? Promise.resolve() : unlink(ids, true));
    },
  };
}

interface Change {
  readonly id: string;
  readonly was: EvidenceFacts;
  readonly becomes: EvidenceFacts;
}
