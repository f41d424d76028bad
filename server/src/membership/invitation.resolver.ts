import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { About, Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";
import { Invitation } from "./invitation.entity.ts";
import {
  acceptInvitation,
  findInvitation,
  findInvitations,
  inviteMember,
  withdrawInvitation,
} from "./invitation.service.ts";
import { InvitationInput, InviteMemberInput } from "./membership.input.ts";
import { Members } from "./membership.resolver.ts";
import { findViewer } from "./viewer.service.ts";
import { Viewer } from "./viewer.type.ts";

@Needs("viewer.read")
@ObjectType({ description: "What the link in an invitation opens." })
export class InvitationSeen {
  @Field(() => String)
  organisationName!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [roleEnum])
  roles!: Role[];

  @Field(() => Boolean, { description: "Whether it can still be accepted." })
  open!: boolean;

  @Field(() => Boolean, {
    description: "It can't be accepted, because who sent it may not invite any more.",
  })
  inviterLeft!: boolean;
}

@Resolver(() => Members)
export class InvitationResolver {
  @Query(() => InvitationSeen, {
    nullable: true,
    description: "For whoever has the link, signed in or not.",
  })
  @Needs("viewer.read")
  @About("nobody")
  invitation(
    @Arg("token", () => String) token: string,
    @Ctx() { scope }: Context,
  ): Promise<InvitationSeen | null> {
    return findInvitation(scope, token);
  }

  @FieldResolver(() => [Invitation], {
    description: "Not accepted and not withdrawn, latest first.",
  })
  @Needs("member.manage")
  invitations(
    @Root() { organisationId }: Members,
    @Ctx() { scope }: Context,
  ): Promise<Invitation[]> {
    return findInvitations(scope, organisationId);
  }

  @Mutation(() => Invitation)
  @Needs("member.manage")
  inviteMember(
    @Arg("input", () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() { scope }: Context,
  ): Promise<Invitation> {
    return inviteMember(scope, input);
  }

  @Mutation(() => Members)
  @Needs("member.manage")
  async withdrawInvitation(
    @Arg("input", () => InvitationInput) input: InvitationInput,
    @Ctx() { scope }: Context,
  ): Promise<Members> {
    await withdrawInvitation(scope, input);
    return new Members(input.organisationId);
  }

  @Mutation(() => Viewer, { description: "Needs the account that the invitation was sent to." })
  @Needs("invitation.accept")
  @About("nobody")
  async acceptInvitation(
    @Arg("token", () => String) token: string,
    @Ctx() { scope }: Context,
  ): Promise<Viewer> {
    await acceptInvitation(scope, token);
    return findViewer(scope);
  }
}
