import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";

@Needs("access-log.read")
@ObjectType({ description: "That somebody of outside read something of this library." })
export class AccessLogEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  readerName!: string;

  @Field(() => String)
  readerOrganisation!: string;

  @Field(() => String, { description: "By which right: `oversight:<level>` or `mandate`." })
  via!: string;

  @Field(() => String, {
    description: "The root fields that were asked for, or `file:` with the id of a version.",
  })
  opened!: string;

  @Field(() => String, { nullable: true, description: "Name of the file that was opened." })
  openedFile!: string | null;
}

@Needs("access-log.read")
@ObjectType()
export class AccessLogPage {
  @Field(() => [AccessLogEntry], { description: "Latest first." })
  entries!: AccessLogEntry[];

  @Field(() => ID, {
    nullable: true,
    description: "Ask `before` this for the next page; null on the last.",
  })
  nextBefore!: string | null;
}
