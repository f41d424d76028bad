import type { TypedDocumentNode } from "@apollo/client";
import { useMemo } from "react";
import type {
  InvitationFactsFragment,
  MembershipFactsFragment,
  MembersQuery,
  Role,
} from "../../gql/graphql.ts";
import {
  InvitationFactsFragmentDoc,
  InvitationsDocument,
  MembersDocument,
  MembershipFactsFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { useLoaded } from "../../network/use-loaded.ts";

export type Membership = MembershipFactsFragment;
export type Invitation = InvitationFactsFragment;

export interface People {
  readonly canManage: boolean;
  readonly fittingRoles: readonly Role[];
  readonly present: readonly Membership[];
  /** Latest first. */
  readonly left: readonly Membership[];
}

/** Who belongs and belonged to an organisation; loaded by the route. */
export function usePeople(organisationId: string): People {
  return peopleOf(useAsked(MembersDocument, organisationId));
}

export function peopleOf({ members }: MembersQuery): People {
  const { canManage, fittingRoles } = members;
  const all = members.memberships.map((one) => readFragment(MembershipFactsFragmentDoc, one));
  const present = all.filter(({ endedAt }) => endedAt === null);
  return { canManage, fittingRoles, present, left: all.filter(({ endedAt }) => endedAt !== null) };
}

/** For who may manage: invitations that were not accepted yet, latest first. */
export function useInvitations(organisationId: string): readonly Invitation[] {
  const { members } = useAsked(InvitationsDocument, organisationId);
  return members.invitations.map((one) => readFragment(InvitationFactsFragmentDoc, one));
}

function useAsked<Data>(
  query: TypedDocumentNode<Data, { organisationId: string }>,
  organisationId: string,
): Data {
  const variables = useMemo(() => ({ organisationId }), [organisationId]);
  const asked = useLoaded(query, variables);
  if (asked === null) throw new Error("A page was shown before its loader was done");
  return asked;
}

export function isAdministrator({ roles }: { readonly roles: readonly Role[] }): boolean {
  return roles.includes("ADMINISTRATOR");
}

/** Whether this member is the only administrator there is. */
export function isLastAdministrator(member: Membership, present: readonly Membership[]): boolean {
  return isAdministrator(member) && present.filter(isAdministrator).length === 1;
}
