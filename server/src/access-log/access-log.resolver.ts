import {
  Arg,
  Ctx,
  Field,
  GraphQLISODateTime,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { usualPage } from "../graphql/page.ts";
import { findAccessLog } from "./access-log.service.ts";

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

@Resolver()
export class AccessLogResolver {
  @Query(() => AccessLogPage, { description: "Who of outside read what, when and by which right." })
  @Needs("access-log.read")
  accessLog(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("before", () => ID, { nullable: true }) before: string | null,
    @Ctx() { scope }: Context,
  ): Promise<AccessLogPage> {
    return findAccessLog(scope, { organisationId, first, before: before ?? null });
  }
}
