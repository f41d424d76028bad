import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Member } from "../membership/member.type.ts";

@Needs("planning.read")
@ObjectType({ description: "An auditor's permission to read one submission between two moments." })
export class Mandate {
  @Field(() => ID)
  id!: string;

  @Field(() => Member)
  auditor!: Member;

  @Field(() => GraphQLISODateTime)
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: "From this moment on it is closed." })
  closesAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => Boolean, {
    description: "The auditor belongs to the library: as long as they do, it opens nothing.",
  })
  conflict!: boolean;
}

@Needs("planning.read")
@ObjectType({ description: "That a library handed in a norm; not what is in it." })
export class SubmissionNotice {
  @Field(() => ID)
  submissionId!: string;

  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  libraryName!: string;

  @Field(() => String, { description: "Code of the norm." })
  norm!: string;

  @Field(() => GraphQLISODateTime)
  submittedAt!: Date;

  @Field(() => [Mandate])
  mandates!: Mandate[];
}
