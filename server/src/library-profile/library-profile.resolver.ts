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
import type { Context } from "../graphql/context.ts";
import { LibraryProfile } from "./library-profile.entity.ts";
import { ChangeProfileInput } from "./library-profile.input.ts";
import { mayChangeProfile } from "./library-profile.policy.ts";
import { changeProfile, findProfile } from "./library-profile.service.ts";

@Needs("profile.write")
@ObjectType()
export class ProfileChanged {
  @Field(() => LibraryProfile)
  profile!: LibraryProfile;
}

@Needs("profile.write")
@ObjectType({
  description:
    "Somebody changed it since baseVersion. Nothing was written; `current` is what stands.",
})
export class ProfileConflict {
  @Field(() => LibraryProfile)
  current!: LibraryProfile;
}

const ChangeProfileResult = createUnionType({
  name: "ChangeProfileResult",
  types: () => [ProfileChanged, ProfileConflict] as const,
  resolveType: (value) => ("profile" in value ? ProfileChanged : ProfileConflict),
});

@Resolver(() => LibraryProfile)
export class LibraryProfileResolver {
  @Query(() => LibraryProfile, {
    nullable: true,
    description: "Null where the organisation is no library.",
  })
  @Needs("profile.read")
  libraryProfile(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope }: Context,
  ): Promise<LibraryProfile | null> {
    return findProfile(scope, organisationId);
  }

  @Mutation(() => ChangeProfileResult)
  @Needs("profile.write")
  changeProfile(
    @Arg("input", () => ChangeProfileInput) input: ChangeProfileInput,
    @Ctx() { scope }: Context,
  ): Promise<typeof ChangeProfileResult> {
    return changeProfile(scope, input);
  }

  @FieldResolver(() => Boolean)
  canChange(@Root() profile: LibraryProfile, @Ctx() { scope }: Context): boolean {
    return mayChangeProfile(scope.actor, profile.organisationId);
  }
}
