import type { MigrationInterface, QueryRunner } from "typeorm";

/** References to an organisation from rows that each name a member of it, which nothing but an organisation has. */
export class ReferencesAskedTwice1764750000000 implements MigrationInterface {
  name = "ReferencesAskedTwice1764750000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.oversight drop constraint oversight_organisation_id_fkey;
      alter table toetssteen.evidence drop constraint evidence_organisation_id_fkey;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
