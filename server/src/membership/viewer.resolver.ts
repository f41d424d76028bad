import type { ChangeNameInput as ChangeNameFields } from "@toetssteen/contract";
import { Arg, Ctx, Field, InputType, Mutation, Query, Resolver } from "type-graphql";
import { About, Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { changeName, findViewer } from "./viewer.service.ts";
import { Viewer } from "./viewer.type.ts";

@InputType()
export class ChangeNameInput implements ChangeNameFields {
  @Field(() => String, { description: "As colleagues know them." })
  name!: string;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer)
  @Needs("viewer.read")
  @About("nobody")
  viewer(@Ctx() { scope }: Context): Promise<Viewer> {
    return findViewer(scope);
  }

  @Mutation(() => Viewer, { description: "The name of the person who asks, wherever they work." })
  @Needs("viewer.write")
  @About("nobody")
  async changeName(
    @Arg("input", () => ChangeNameInput) input: ChangeNameInput,
    @Ctx() { scope }: Context,
  ): Promise<Viewer> {
    await changeName(scope, input);
    return findViewer(scope);
  }
}
