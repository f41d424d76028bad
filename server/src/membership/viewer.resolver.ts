import { Ctx, Query, Resolver } from "type-graphql";
import { About, Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { findViewer } from "./viewer.service.ts";
import { Viewer } from "./viewer.type.ts";

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer)
  @Needs("viewer.read")
  @About("nobody")
  viewer(@Ctx() { scope }: Context): Promise<Viewer> {
    return findViewer(scope);
  }
}
