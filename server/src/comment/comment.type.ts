import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Member } from "../membership/member.type.ts";

@Needs("comment.read")
@ObjectType()
export class Comment {
  @Field(() => ID)
  id!: string;

  @Field(() => Member)
  author!: Member;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  body!: string;

  @Field(() => [Member], { description: "Members whom it is meant for." })
  mentions!: Member[];
}

@Needs("comment.read")
@ObjectType({ description: "Comments that go on from one first comment." })
export class CommentThread {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => [Comment], { description: "In the order in which they were written." })
  comments!: Comment[];

  @Field(() => GraphQLISODateTime, { nullable: true })
  resolvedAt!: Date | null;

  @Field(() => Member, { nullable: true })
  resolvedBy!: Member | null;
}
