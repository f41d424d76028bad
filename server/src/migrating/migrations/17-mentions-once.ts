import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who had a mail that a comment mentions them: a comment that is put back mails those who hadn't, and nobody twice. */
export class MentionsOnce1764860000000 implements MigrationInterface {
  name = "MentionsOnce1764860000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.comment add column mailed uuid[] not null default '{}';
      update toetssteen.comment set mailed = mentions where mentions <> '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
