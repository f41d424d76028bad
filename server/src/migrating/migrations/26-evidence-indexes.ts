import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Indexes of files as the seventh migration makes them now: databases to which it was applied before its text changed
 * lack two and have one that nothing uses.
 */
export class EvidenceIndexes1764940000000 implements MigrationInterface {
  name = "EvidenceIndexes1764940000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index if not exists evidence_file_of_object on toetssteen.evidence_file (organisation_id, object_id);
      create index if not exists evidence_file_unscanned on toetssteen.evidence_file (started_at) where state = 'quarantined';
      drop index if exists toetssteen.evidence_file_under_way;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
