import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Needs } from "../graphql/access.ts";

/** What decides which indicators apply to a library. */
@Needs("profile.read")
@ObjectType()
@Entity({ schema: "toetssteen", name: "library_profile" })
export class LibraryProfile {
  @PrimaryColumn("uuid", { name: "organisation_id" })
  organisationId!: string;

  @Field(() => Boolean, { description: "Member of the association of public libraries." })
  @Column("boolean", { name: "vob_member" })
  vobMember!: boolean;

  @Field(() => Boolean, { description: "Runs an Informatiepunt Digitale Overheid." })
  @Column("boolean", { name: "runs_ido" })
  runsIdo!: boolean;

  @Field(() => Int, { description: "Branches, from 0 to 10,000." })
  @Column("integer")
  locations!: number;

  @Field(() => Int)
  @Column("integer")
  version!: number;
}
