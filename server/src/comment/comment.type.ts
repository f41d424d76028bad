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

  @Field(() => String, { description: "Empty once it was taken back." })
  body!: string;

  @Field(() => [Member], { description: "Members whom it is meant for." })
  mentions!: Member[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: "When its author changed it." })
  changedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "When its author took it back." })
  removedAt!: Date | null;

  @Field(() => Boolean, { description: "Whether the person who asks wrote it, and still may." })
  canChange!: boolean;
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
