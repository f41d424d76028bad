import { longestSearch } from "@toetssteen/contract";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { usualPage } from "../graphql/page.ts";
import { search } from "./search.service.ts";
import { SearchResult } from "./search.type.ts";

@Resolver()
export class SearchResolver {
  @Query(() => SearchResult, {
    description: "Where all of the words stand, also inside words, in the library's own texts.",
  })
  @Needs("search.read")
  search(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("text", () => String, { description: `At most ${longestSearch} characters.` })
    text: string,
    @Arg("first", () => Int, { defaultValue: usualPage, description: "Most of one kind." })
    first: number,
    @Ctx() context: Context,
  ): Promise<SearchResult> {
    return search(context, { organisationId, text, first });
  }
}
