import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { holdsAction } from "../rights/permissions.ts";
import type { Context } from "../graphql/context.ts";
import { roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";
import { Membership } from "./membership.entity.ts";
import { ChangeRolesInput, MemberInput } from "./membership.input.ts";
import { fittingRoles } from "./membership.policy.ts";
import {
  changeRoles,
  endMembership,
  findMemberships,
  getKinds,
  restoreMembership,
} from "./membership.service.ts";

/** The people of one organisation; its fields are looked up only when asked for. */
@Needs("member.read")
@ObjectType()
export class Members {
  readonly organisationId: string;

  constructor(organisationId: string) {
    this.organisationId = organisationId;
  }
}

@Needs("member.manage")
@ObjectType()
export class RolesChanged {
  @Field(() => Membership)
  membership!: Membership;
}

@Needs("member.manage")
@ObjectType({
  description:
    "Somebody changed it since baseVersion. Nothing was written; `current` is what stands.",
})
export class MembershipConflict {
  @Field(() => Membership)
  current!: Membership;
}

const ChangeRolesResult = createUnionType({
  name: "ChangeRolesResult",
  types: () => [RolesChanged, MembershipConflict] as const,
  resolveType: (value) => ("membership" in value ? RolesChanged : MembershipConflict),
});

@Resolver(() => Members)
export class MembersResolver {
  @Query(() => Members)
  @Needs("member.read")
  members(@Arg("organisationId", () => ID) organisationId: string): Members {
    return new Members(organisationId);
  }

  @FieldResolver(() => [Membership], { description: "Those who left come last." })
  memberships(
    @Root() { organisationId }: Members,
    @Ctx() { scope }: Context,
  ): Promise<Membership[]> {
    return findMemberships(scope, organisationId);
  }

  @FieldResolver(() => [roleEnum], {
    description: "Roles that mean something at this organisation.",
  })
  async fittingRoles(
    @Root() { organisationId }: Members,
    @Ctx() { scope }: Context,
  ): Promise<Role[]> {
    return fittingRoles(await getKinds(scope, organisationId));
  }

  @FieldResolver(() => Boolean)
  canManage(@Root() { organisationId }: Members, @Ctx() { scope }: Context): boolean {
    return holdsAction(scope.actor, organisationId, "member.manage");
  }

  @Mutation(() => ChangeRolesResult)
  @Needs("member.manage")
  changeRoles(
    @Arg("input", () => ChangeRolesInput) input: ChangeRolesInput,
    @Ctx() { scope }: Context,
  ): Promise<typeof ChangeRolesResult> {
    return changeRoles(scope, input);
  }

  @Mutation(() => Members, { description: "Can be taken back with restoreMembership." })
  @Needs("member.manage")
  async endMembership(
    @Arg("input", () => MemberInput) input: MemberInput,
    @Ctx() { scope }: Context,
  ): Promise<Members> {
    await endMembership(scope, input);
    return new Members(input.organisationId);
  }

  @Mutation(() => Members)
  @Needs("member.manage")
  async restoreMembership(
    @Arg("input", () => MemberInput) input: MemberInput,
    @Ctx() { scope }: Context,
  ): Promise<Members> {
    await restoreMembership(scope, input);
    return new Members(input.organisationId);
  }
}
