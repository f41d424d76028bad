import type { PassageField } from "@toetssteen/contract";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { passageFieldEnum } from "../passage/passage.enums.ts";
import { usualPage } from "../graphql/page.ts";
import { findHistory, mayRestore } from "./history.service.ts";
import { HistoryPage } from "./history.type.ts";

@Resolver(() => HistoryPage)
export class HistoryResolver {
  @Query(() => HistoryPage, {
    description: "Of one passage; without `field`, of the answer to one indicator.",
  })
  @Needs("answer.read")
  history(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("cycleId", () => ID) cycleId: string,
    @Arg("part", () => String, { nullable: true }) part: string | null,
    @Arg("field", () => passageFieldEnum, { nullable: true }) field: PassageField | null,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("before", () => Int, { nullable: true }) before: number | null,
    @Ctx() { scope }: Context,
  ): Promise<HistoryPage> {
    return findHistory(scope, {
      organisationId,
      cycleId,
      part: part ?? "",
      field: field ?? null,
      first,
      before: before ?? null,
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether the person who asks may write there." })
  @Needs("answer.read")
  canRestore(@Root() page: HistoryPage, @Ctx() { scope, editions }: Context): Promise<boolean> {
    return mayRestore(scope, editions, page);
  }
}
