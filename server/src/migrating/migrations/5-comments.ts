import type { MigrationInterface, QueryRunner } from "typeorm";

/** Comments in threads beside a norm, an indicator or a question. */
export class Comments1764300000000 implements MigrationInterface {
  name = "Comments1764300000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toetssteen.comment (
        organisation_id uuid not null,
        id uuid not null,
        cycle_id uuid not null,
        part text not null check (char_length(part) between 1 and 20),
        -- The first comment of the thread that it goes on; null in that first one.
        thread_id uuid,
        body text not null check (char_length(body) between 1 and 4000),
        mentions uuid[] not null default '{}',
        author_id uuid not null,
        at timestamptz not null default now(),
        resolved_at timestamptz,
        resolved_by uuid,
        primary key (organisation_id, id),
        check (resolved_at is null or thread_id is null),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, thread_id) references toetssteen.comment (organisation_id, id),
        foreign key (organisation_id, author_id) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, resolved_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index comment_of_thread on toetssteen.comment (organisation_id, cycle_id, part, thread_id, at);
      create index progress_of_assignee on toetssteen.progress (organisation_id, assignee_id) where assignee_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
