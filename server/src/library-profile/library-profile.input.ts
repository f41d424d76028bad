import type { ChangeProfileInput as Fields } from "@toetssteen/contract";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType()
export class ChangeProfileInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => Boolean)
  vobMember!: boolean;

  @Field(() => Boolean)
  runsIdo!: boolean;

  @Field(() => Int)
  locations!: number;

  @Field(() => Int, { description: "Version of the profile that the change was based on." })
  baseVersion!: number;
}
