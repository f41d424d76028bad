import type { MigrationInterface, QueryRunner } from "typeorm";

/** A document stands beside a part once for each page that is meant; what stood there twice is taken away. */
export class OneUseOfAPage1764890000000 implements MigrationInterface {
  name = "OneUseOfAPage1764890000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update toetssteen.evidence_use u set removed_at = now()
      where u.removed_at is null and exists (select from toetssteen.evidence_use e
        where e.organisation_id = u.organisation_id and e.evidence_id = u.evidence_id and e.cycle_id = u.cycle_id
          and e.part = u.part and e.page = u.page and e.slot is not distinct from u.slot and e.removed_at is null
          and (e.added_at, e.id) < (u.added_at, u.id));
      create unique index evidence_use_of_page on toetssteen.evidence_use
        (organisation_id, evidence_id, cycle_id, part, coalesce(slot, ''), page) where removed_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
