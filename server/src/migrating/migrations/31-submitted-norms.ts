import type { MigrationInterface, QueryRunner } from "typeorm";

/** When a norm was submitted last, beside how far the work on it is: for who sees the work and not what was submitted. */
export class SubmittedNorms1764980010000 implements MigrationInterface {
  name = "SubmittedNorms1764980010000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.progress add column submitted_at timestamptz;
      insert into toetssteen.progress as p (organisation_id, cycle_id, part, state, touched_at, submitted_at)
      select s.organisation_id, s.cycle_id, s.norm, 'TO_DO', max(s.submitted_at), max(s.submitted_at)
      from toetssteen.submission s group by s.organisation_id, s.cycle_id, s.norm
      on conflict (organisation_id, cycle_id, part) do update set submitted_at = excluded.submitted_at;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
