import { Field, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";

/** A person as an organisation knows them; the name stays after the membership ended. */
@Needs("member.read")
@ObjectType()
export class Member {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  name!: string;
}
