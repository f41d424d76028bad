import type { MigrationInterface, QueryRunner } from "typeorm";

/** What an operator does: let in a first administrator, whom nobody can invite yet, and publish editions. */
export class Operator1764200000000 implements MigrationInterface {
  name = "Operator1764200000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: the operator invited, who is a member of nothing.
      alter table toetssteen.invitation alter column invited_by drop not null;

      create table toetssteen.published_wording (
        edition text not null references toetssteen.published_edition (code),
        source text not null check (source in ('base', 'nl', 'en')),
        revision integer not null check (revision > 0),
        words text not null check (words ~ '^[0-9a-f]{64}$'),
        published_at timestamptz not null default now(),
        primary key (edition, source, revision)
      );

      create table tenancy.operator_log (
        id uuid primary key default uuidv7(),
        at timestamptz not null default now(),
        command text not null,
        arguments jsonb not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
