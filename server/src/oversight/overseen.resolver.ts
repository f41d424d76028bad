import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { ReadsOutside, Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { overseenSortEnum } from "./oversight.enums.ts";
import { usualPage } from "../graphql/page.ts";
import { OverseenPage } from "./overseen-page.type.ts";
import { findOverseenPage } from "./overseen.service.ts";
import type { OverseenSort } from "./overseen.sql.ts";

@Resolver()
export class OverseenResolver {
  @Query(() => OverseenPage, {
    description: "The libraries that let a support organisation look, as far as each allows.",
  })
  @Needs("overseen.read")
  @ReadsOutside()
  overseen(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("sort", () => overseenSortEnum, { defaultValue: overseenSortEnum.NAME })
    sort: OverseenSort,
    @Arg("quarter", () => String, { nullable: true, description: "YYYY-Qn of the audit." })
    quarter: string | null,
    @Arg("search", () => String, { defaultValue: "", description: "Part of a name." })
    search: string,
    @Ctx() { scope, editions, selects }: Context,
  ): Promise<OverseenPage> {
    const asked = {
      organisationId,
      first,
      after: after ?? null,
      sort,
      quarter: quarter ?? null,
      search,
    };
    return findOverseenPage(scope, editions, asked, {
      total: selects("OverseenPage.total"),
      submitted: selects("OverseenNorm.submittedOn"),
    });
  }
}
