import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which release the database is of, what that release put in place, and the texts of the migrations it was made by. */
export class Releases1764950000000 implements MigrationInterface {
  name = "Releases1764950000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenancy.release (
        only_one boolean primary key default true check (only_one),
        number integer not null,
        -- The oldest release whose programs still find everything they use.
        serves_from integer not null,
        check (serves_from <= number)
      );
      -- The last release that lists a function: programs of that one may still call it.
      create table tenancy.release_function (signature text primary key, release integer not null);
      create table tenancy.put_in_place (unit text primary key, digest text not null);
      alter table tenancy.applied_migration add column digest text;

      -- Programs from before there were releases put everything back to what they know, and end by emptying this table.
      create function toetssteen.refuse_earlier_release() returns trigger
      language plpgsql set search_path = '' as $$
        begin
          raise exception 'This database is of a newer release than this program: start the newer program.';
        end
      $$;
      create table if not exists tenancy.applied_policies (hash text primary key);
      create trigger refuse_earlier_release before delete on tenancy.applied_policies
        for each statement execute function toetssteen.refuse_earlier_release();
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
