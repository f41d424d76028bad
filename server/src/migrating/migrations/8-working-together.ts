import type { MigrationInterface, QueryRunner } from "typeorm";

/** By when a part that was given to somebody should be ready, and comments that their author changes or takes back. */
export class WorkingTogether1764550000000 implements MigrationInterface {
  name = "WorkingTogether1764550000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.progress add column due_on date;
      alter table toetssteen.comment
        add column changed_at timestamptz,
        -- What it said stays, so that taking it back can be taken back; it is given to nobody meanwhile.
        add column removed_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
