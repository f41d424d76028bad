import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Needs } from "../graphql/access.ts";
import { roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";

/** A person's roles at an organisation. Ended, never deleted: it holds the name under what they wrote. */
@Needs("member.read")
@ObjectType()
@Entity({ schema: "toetssteen", name: "membership" })
export class Membership {
  @PrimaryColumn("uuid", { name: "organisation_id" })
  organisationId!: string;

  @Field(() => ID)
  @PrimaryColumn("uuid", { name: "person_id" })
  personId!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => [roleEnum])
  @Column("text", { array: true })
  roles!: Role[];

  @Field(() => GraphQLISODateTime)
  @Column("timestamptz")
  since!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: Date | null;

  @Field(() => Int)
  @Column("integer")
  version!: number;
}
