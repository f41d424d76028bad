import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Member } from "../membership/member.type.ts";

@Needs("activity.read")
@ObjectType()
export class Change {
  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true })
  from!: string | null;

  @Field(() => String, { nullable: true })
  to!: string | null;
}

@Needs("activity.read")
@ObjectType({ description: "Something that somebody did in their own organisation." })
export class Activity {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => Member)
  by!: Member;

  @Field(() => String)
  what!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the indicator, question or norm it is about.",
  })
  part!: string | null;

  @Field(() => [Change])
  changes!: Change[];
}

@Needs("activity.read")
@ObjectType()
export class ActivityPage {
  @Field(() => [Activity], { description: "Latest first." })
  entries!: Activity[];

  @Field(() => ID, {
    nullable: true,
    description: "Ask `before` this for the next page; null on the last.",
  })
  nextBefore!: string | null;
}
