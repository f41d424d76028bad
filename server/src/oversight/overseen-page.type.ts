import { Field, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { NormTitle, OverseenLibrary } from "./overseen-library.type.ts";

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
