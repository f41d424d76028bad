import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Needs } from "../graphql/access.ts";
import { roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";

/** A place at an organisation, offered to whoever has this e-mail address, until it is taken, withdrawn or expired. */
@Needs("member.manage")
@ObjectType()
@Entity({ schema: "toetssteen", name: "invitation" })
export class Invitation {
  @PrimaryColumn("uuid", { name: "organisation_id" })
  organisationId!: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String)
  @Column("text")
  email!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => [roleEnum])
  @Column("text", { array: true })
  roles!: Role[];

  /** SHA-256 of the token in the mail, hexadecimal; the token itself is kept nowhere. */
  @Column("text", { name: "token_hash" })
  tokenHash!: string;

  /** Null for an organisation's first administrator, whom the operator invites. */
  @Column("uuid", { name: "invited_by", nullable: true })
  invitedBy!: string | null;

  @Field(() => GraphQLISODateTime)
  @Column("timestamptz", { name: "invited_at" })
  invitedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Since when the mail server says that this address doesn't exist.",
  })
  @Column("timestamptz", { name: "undeliverable_at", nullable: true })
  undeliverableAt!: Date | null;

  @Column("timestamptz", { name: "accepted_at", nullable: true })
  acceptedAt!: Date | null;

  @Column("timestamptz", { name: "withdrawn_at", nullable: true })
  withdrawnAt!: Date | null;
}
