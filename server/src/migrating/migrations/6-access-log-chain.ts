import type { MigrationInterface, QueryRunner } from "typeorm";

/** What holds every library's access log together, so that a line that was changed, removed or put in later shows. */
export class AccessLogChain1764350000000 implements MigrationInterface {
  name = "AccessLogChain1764350000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toetssteen.access_log_link (
        organisation_id uuid not null references toetssteen.organisation (id),
        place integer not null,
        entry_id uuid not null,
        -- Null once the line was erased: the digest then says nothing of it any more, and the chain goes on.
        salt bytea,
        digest bytea not null,
        chain bytea not null,
        -- The moment of the newest line up to here.
        newest_at timestamptz not null,
        primary key (organisation_id, place),
        unique (organisation_id, entry_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
