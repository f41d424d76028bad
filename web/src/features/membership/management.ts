import type { ApolloClient, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { v7 as uuidv7 } from "uuid";
import {
  ChangeRolesDocument,
  EndMembershipDocument,
  InvitationFactsFragmentDoc,
  InvitationsDocument,
  InviteMemberDocument,
  MembersDocument,
  MembershipFactsFragmentDoc,
  RestoreMembershipDocument,
  WithdrawInvitationDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { Role } from "../../gql/graphql.ts";
import type { Done } from "./done.ts";
import { Refused } from "../../network/problem.ts";
import type { Invitation, Membership } from "./people.ts";

export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Somebody else changed the roles first; nothing was written, and this is what stands. */
export interface Conflict {
  readonly kind: "conflict";
  readonly current: Membership;
}

/** What administrators do about people. Each: @throws what the server refuses. Afterwards the lists are as the server has them. */
export class Management {
  constructor(
    private readonly client: ApolloClient,
    private readonly organisationId: string,
  ) {}

  /** `id` makes asking again safe. */
  async invite({ name, email, roles }: Invited, id: string = uuidv7()): Promise<Done> {
    const input = { organisationId: this.organisationId, id, name, email, roles: [...roles] };
    const { data } = await this.client.mutate({
      mutation: InviteMemberDocument,
      variables: { input },
    });
    const invitation = readFragment(InvitationFactsFragmentDoc, answered(data).inviteMember);
    await this.refresh();
    return { kind: "invited", invitation };
  }

  async withdraw(invitation: Invitation): Promise<Done> {
    const input = { organisationId: this.organisationId, id: invitation.id };
    await this.client.mutate({ mutation: WithdrawInvitationDocument, variables: { input } });
    await this.refresh();
    return { kind: "withdrawn", invitation };
  }

  /** `base`: the membership as it was when the roles were chosen. */
  async changeRoles(base: Membership, roles: readonly Role[]): Promise<Done | Conflict> {
    const { personId, version: baseVersion } = base;
    const input = {
      organisationId: this.organisationId,
      personId,
      baseVersion,
      roles: [...roles],
    };
    const { data } = await this.client.mutate({
      mutation: ChangeRolesDocument,
      variables: { input },
    });
    const result = answered(data).changeRoles;
    await this.refresh();
    if (result.__typename === "MembershipConflict")
      return {
        kind: "conflict",
        current: readFragment(MembershipFactsFragmentDoc, result.current),
      };
    const member = readFragment(MembershipFactsFragmentDoc, result.membership);
    return { kind: "roles", member, before: base.roles };
  }

  async remove(member: Membership): Promise<Done> {
    await this.client.mutate({
      mutation: EndMembershipDocument,
      variables: { input: this.named(member) },
    });
    await this.refresh();
    return { kind: "removed", member };
  }

  async restore(member: Membership): Promise<Done> {
    await this.client.mutate({
      mutation: RestoreMembershipDocument,
      variables: { input: this.named(member) },
    });
    await this.refresh();
    return { kind: "restored", member };
  }

  /** Takes back what was done, which is something done in turn. */
  undo(done: Done): Promise<Done | Conflict> {
    switch (done.kind) {
      case "invited":
        return this.withdraw(done.invitation);
      case "withdrawn":
        return this.invite(done.invitation);
      case "removed":
        return this.restore(done.member);
      case "restored":
        return this.remove(done.member);
      case "roles":
        return this.changeRoles(done.member, done.before);
    }
  }

  private named({ personId }: Membership) {
    return { organisationId: this.organisationId, personId };
  }

  private async refresh(): Promise<void> {
    try {
      const people = await this.ask(MembersDocument);
      // Who gave up their own role doesn't see these any more.
      if (people?.members.canManage === true) await this.ask(InvitationsDocument);
    } catch {
      // It was done; the page asks again when it is opened.
    }
  }

  private async ask<Data>(query: TypedDocumentNode<Data, { organisationId: string }>) {
    const variables = { organisationId: this.organisationId };
    const options = { query, variables, fetchPolicy: "network-only" } as const;
    return (await this.client.query<Data>(options as never)).data;
  }
}

export function useManagement(organisationId: string): Management {
  const client = useApolloClient();
  return useMemo(() => new Management(client, organisationId), [client, organisationId]);
}

function answered<Data>(data: Data | null | undefined): Data {
  if (data == null) throw new Refused("INTERNAL");
  return data;
}
