import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { usualPage } from "../graphql/page.ts";
import { findActivity } from "./activity.service.ts";
import { ActivityPage } from "./activity.type.ts";

@Resolver()
export class ActivityResolver {
  @Query(() => ActivityPage, {
    description: "What people did in their own organisation, of everything or of one part.",
  })
  @Needs("activity.read")
  activity(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("part", () => String, { nullable: true }) part: string | null,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("before", () => ID, { nullable: true }) before: string | null,
    @Ctx() { scope }: Context,
  ): Promise<ActivityPage> {
    return findActivity(scope, {
      organisationId,
      part: part ?? null,
      first,
      before: before ?? null,
    });
  }
}
