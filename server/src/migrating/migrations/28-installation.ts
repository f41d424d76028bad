import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What an installation knows of itself: which one it is, where its database lives, and how often it has said so beside
 * its files. An invitation says since when its address is known not to exist.
 */
export class Installation1764960000000 implements MigrationInterface {
  name = "Installation1764960000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.invitation add column undeliverable_at timestamptz;
      create table tenancy.installation (
        id uuid primary key default gen_random_uuid(),
        home text not null,
        beat bigint not null default 0
      );
      create unique index installation_only_one on tenancy.installation ((true));
      -- One that has no organisations yet is nobody's copy. Whatever has some is told by an operator that it isn't.
      insert into tenancy.installation (home) select '' where not exists (select from toetssteen.organisation);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
