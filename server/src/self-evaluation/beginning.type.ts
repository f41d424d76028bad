import { Field, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Beginning as Facts } from "./dossier.ts";

@Needs("answer.read")
@ObjectType({ description: "What a library did before there is work to divide." })
export class Beginning implements Facts {
  @Field(() => Boolean, { description: "Something stands in ambitions, bottlenecks or accents." })
  ambitions!: boolean;

  @Field(() => Boolean, { description: "The profile was changed since it was made." })
  profileChanged!: boolean;

  @Field(() => Boolean, {
    description: "More than one person can write here, or somebody is invited.",
  })
  colleagues!: boolean;
}
