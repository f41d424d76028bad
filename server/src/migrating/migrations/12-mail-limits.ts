import type { MigrationInterface, QueryRunner } from "typeorm";

/** How much mail a person has sent in an hour and an organisation in a day, and how much that may be. */
export class MailLimits1764810000000 implements MigrationInterface {
  name = "MailLimits1764810000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenancy.mail_count (
        organisation_id uuid not null references toetssteen.organisation (id),
        hour timestamptz not null,
        person_id uuid not null,
        template text not null,
        sent integer not null,
        primary key (organisation_id, hour, person_id, template)
      );
      create table tenancy.mail_limit (
        template text primary key,
        by_person_an_hour integer not null check (by_person_an_hour > 0),
        by_organisation_a_day integer not null check (by_organisation_a_day > 0)
      );
      insert into tenancy.mail_limit values
        ('other', 100, 500),
        ('invitation', 50, 50),
        ('mandate-given', 100, 100);
      -- Before the function that counts, so that no mail is refused between the two.
      grant select, insert, update, delete on tenancy.mail_count to toetssteen_registrar;
      grant select on tenancy.mail_limit to toetssteen_registrar;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
