import { Field, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";

/** A tenant: library, support organisation, certification body, or several at once. */
@Needs("organisation.read")
@ObjectType()
export class Organisation {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}
