import { Column, Entity, PrimaryColumn } from "typeorm";

/** How far a support organisation may look. */
export type OversightLevel = "progress";

/** A library's permission to one support organisation. Withdrawn, it stays as history. */
@Entity({ schema: "toetssteen", name: "oversight" })
export class OversightRow {
  @PrimaryColumn("uuid", { name: "organisation_id" })
  organisationId!: string;

  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "subject_organisation_id" })
  supportOrganisationId!: string;

  @Column("text")
  level!: OversightLevel;

  @Column("uuid", { name: "granted_by" })
  grantedBy!: string;

  @Column("timestamptz", { name: "withdrawn_at", nullable: true })
  withdrawnAt!: Date | null;

  @Column("uuid", { name: "withdrawn_by", nullable: true })
  withdrawnBy!: string | null;

  /** Copies of the library's own, so that a members page finds its rows by index. Kept by `tenancy.follow_library`. */
  @Column("text", { name: "library_name" })
  libraryName!: string;

  @Column("date", { name: "audit_from", nullable: true })
  auditFrom!: string | null;
}
