import type { MigrationInterface, QueryRunner } from "typeorm";

/** The texts of a self-evaluation, the label and plan under a nee or an unmet norm, and with whom a norm was discussed. */
export class Workplace1764250000000 implements MigrationInterface {
  name = "Workplace1764250000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.indicator_answer add column nee_label text
        check (nee_label in ('policy_choice', 'not_yet', 'risk_accepted'));
      alter table toetssteen.answer_history add column nee_label text
        check (nee_label in ('policy_choice', 'not_yet', 'risk_accepted'));

      create table toetssteen.passage (
        organisation_id uuid not null,
        cycle_id uuid not null,
        part text not null check (char_length(part) <= 20),
        field text not null check (field in ('ambitions', 'bottlenecks', 'accents', 'facts', 'view', 'practice', 'judgement',
          'reason', 'plan', 'consequences')),
        body text not null check (char_length(body) <= 20000),
        version integer not null check (version > 0),
        changed_at timestamptz not null,
        changed_by uuid not null,
        primary key (organisation_id, cycle_id, part, field),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, changed_by) references toetssteen.membership (organisation_id, person_id)
      );

      create table toetssteen.passage_history (
        organisation_id uuid not null,
        id uuid not null,
        cycle_id uuid not null,
        part text not null,
        field text not null,
        body text not null,
        version integer not null,
        written_by uuid not null,
        opened_at timestamptz not null,
        written_at timestamptz not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, cycle_id, part, field)
          references toetssteen.passage (organisation_id, cycle_id, part, field),
        foreign key (organisation_id, written_by) references toetssteen.membership (organisation_id, person_id)
      );
      create unique index passage_history_order
        on toetssteen.passage_history (organisation_id, cycle_id, part, field, version desc);

      create table toetssteen.plan (
        organisation_id uuid not null,
        cycle_id uuid not null,
        part text not null check (char_length(part) between 1 and 20),
        owner_id uuid,
        due_on date,
        version integer not null check (version > 0),
        changed_at timestamptz not null default now(),
        changed_by uuid not null,
        primary key (organisation_id, cycle_id, part),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, owner_id) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, changed_by) references toetssteen.membership (organisation_id, person_id)
      );

      create table toetssteen.discussion (
        organisation_id uuid not null,
        id uuid not null,
        cycle_id uuid not null,
        norm text not null check (char_length(norm) between 1 and 20),
        with_kind text not null check (with_kind in ('function_group', 'partner')),
        with_whom text not null check (char_length(with_whom) between 1 and 200),
        held_on date,
        added_at timestamptz not null default now(),
        added_by uuid not null,
        removed_at timestamptz,
        version integer not null default 1,
        primary key (organisation_id, id),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, added_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index discussion_of_norm on toetssteen.discussion (organisation_id, cycle_id, norm);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
