import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import {
  AddCommentDocument,
  ChangeCommentDocument,
  OverviewDocument,
  RemoveCommentDocument,
  ResolveThreadDocument,
} from "../../gql/graphql.ts";
import { problemOf } from "../../network/problem.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { DossierPlace } from "../self-evaluation/dossier-place.ts";
import type { KeptComment } from "./kept-comment.ts";

/** What people do with comments. Each: @throws what the server refuses. */
export class Comments {
  constructor(
    private readonly client: ApolloClient,
    private readonly place: DossierPlace,
  ) {}

  /** Says something beside a part; `threadId` is the thread that it goes on. Doing it again says it once. */
  async add(part: string, threadId: string | null, comment: KeptComment): Promise<void> {
    const { organisationId, cycleId } = this.place;
    const input = { organisationId, cycleId, part, threadId, ...this.said(comment) };
    try {
      const { data } = await this.client.mutate({
        mutation: AddCommentDocument,
        variables: { input },
      });
      if (threadId === null && data) this.show(part, data.addComment.id);
      this.tell();
    } catch (error) {
      // An earlier attempt arrived after all, and other words were typed since.
      if (problemOf(error) !== "ID_TAKEN") throw error;
      await this.change(comment);
      if (threadId === null) this.show(part, comment.id);
    }
  }

  async change(comment: KeptComment): Promise<void> {
    const input = { organisationId: this.place.organisationId, ...this.said(comment) };
    await this.client.mutate({ mutation: ChangeCommentDocument, variables: { input } });
  }

  async setRemoved(id: string, removed: boolean): Promise<void> {
    const input = { organisationId: this.place.organisationId, id, removed };
    await this.client.mutate({ mutation: RemoveCommentDocument, variables: { input } });
    this.tell();
  }

  async setResolved(id: string, resolved: boolean): Promise<void> {
    const input = { organisationId: this.place.organisationId, id, resolved };
    await this.client.mutate({ mutation: ResolveThreadDocument, variables: { input } });
    this.tell();
  }

  /** For whom something waits is the server's to say. */
  private tell(): void {
    this.client.refetchQueries({ include: [OverviewDocument] }).catch(() => undefined);
  }

  private said({ id, body, mentions }: KeptComment) {
    return { id, body, mentions: mentions.map(({ personId }) => personId) };
  }

  /** Puts a new thread under the others beside its part. */
  private show(part: string, threadId: string): void {
    const thread = { __ref: `CommentThread:${threadId}` };
    this.client.cache.modify<{ threads: readonly { __ref: string }[] }>({
      id: `Work:${this.place.cycleId}:${part}:work`,
      fields: {
        threads: (threads) =>
          threads.some(({ __ref }) => __ref === thread.__ref) ? threads : [...threads, thread],
      },
    });
  }
}

export function useComments(): Comments {
  const client = useApolloClient();
  const place = useDossierPlace();
  return useMemo(() => new Comments(client, place), [client, place]);
}
