import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { usualPage } from "../graphql/page.ts";
import { findAccessLog } from "./access-log.service.ts";
import { AccessLogPage } from "./access-log.type.ts";

@Resolver()
export class AccessLogResolver {
  @Query(() => AccessLogPage, { description: "Who of outside read what, when and by which right." })
  @Needs("access-log.read")
  accessLog(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("before", () => ID, { nullable: true }) before: string | null,
    @Ctx() { scope }: Context,
  ): Promise<AccessLogPage> {
    return findAccessLog(scope, { organisationId, first, before: before ?? null });
  }
}
