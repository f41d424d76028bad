import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { LooksOutside, Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { overseenSortEnum } from "../graphql/enums.ts";
import { usualPage } from "../graphql/page.ts";
import { NormTitle, OverseenLibrary } from "./overseen-library.type.ts";
import { findOverseenPage } from "./overseen.service.ts";
import type { OverseenSort } from "./overseen.sql.ts";

@Needs("overseen.read")
@ObjectType()
export class OverseenPage {
  @Field(() => [OverseenLibrary])
  libraries!: OverseenLibrary[];

  @Field(() => [NormTitle], { description: "Of the norms that are in these libraries' editions." })
  norms!: NormTitle[];

  @Field(() => String, {
    nullable: true,
    description: "Ask `after` this for the next page; null on the last.",
  })
  nextAfter!: string | null;

  @Field(() => Int, { description: "All libraries that match, on whatever page." })
  total!: number;
}

@Resolver()
export class OverseenResolver {
  @Query(() => OverseenPage, {
    description: "The libraries that let a support organisation look, as far as each allows.",
  })
  @Needs("overseen.read")
  @LooksOutside()
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
    @Ctx() { scope, editions, asks }: Context,
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
      total: asks("OverseenPage.total"),
      submitted: asks("OverseenNorm.submittedOn"),
    });
  }
}
