import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations with their members, the library's profile and cycle, and one answer per indicator with its history. */
export class SelfEvaluation1764000000000 implements MigrationInterface {
  name = "SelfEvaluation1764000000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toetssteen.organisation (
        id uuid primary key,
        name text not null check (char_length(name) between 1 and 200),
        created_at timestamptz not null default now()
      );

      create table toetssteen.membership (
        organisation_id uuid not null references toetssteen.organisation (id),
        person_id uuid not null references identity."user" (id),
        name text not null check (char_length(name) between 1 and 200),
        roles text[] not null check (cardinality(roles) > 0),
        since timestamptz not null default now(),
        ended_at timestamptz,
        version integer not null default 1,
        primary key (organisation_id, person_id)
      );
      create index membership_of_person on toetssteen.membership (person_id) where ended_at is null;

      create table toetssteen.library_profile (
        organisation_id uuid primary key references toetssteen.organisation (id),
        vob_member boolean not null,
        runs_ido boolean not null,
        locations integer not null check (locations between 0 and 10000),
        service_area text not null default '' check (char_length(service_area) <= 500),
        version integer not null default 1
      );

      create table toetssteen.published_edition (
        code text primary key,
        fingerprint text not null,
        published_at timestamptz not null default now()
      );

      create table toetssteen.cycle (
        organisation_id uuid not null references toetssteen.organisation (id),
        id uuid not null,
        edition text not null references toetssteen.published_edition (code),
        certificate_expires_on date,
        announced_quarter text check (announced_quarter ~ '^[0-9]{4}-Q[1-4]$'),
        audit_on date,
        opened_at timestamptz not null default now(),
        closed_at timestamptz,
        version integer not null default 1,
        primary key (organisation_id, id)
      );
      create unique index cycle_one_open on toetssteen.cycle (organisation_id) where closed_at is null;

      create table toetssteen.indicator_answer (
        organisation_id uuid not null,
        cycle_id uuid not null,
        indicator text not null check (char_length(indicator) between 1 and 20),
        verdict text check (verdict in ('ja', 'nee')),
        explanation text not null check (char_length(explanation) <= 20000),
        version integer not null check (version > 0),
        changed_at timestamptz not null,
        changed_by uuid not null,
        primary key (organisation_id, cycle_id, indicator),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, changed_by) references toetssteen.membership (organisation_id, person_id)
      );

      create table toetssteen.answer_history (
        organisation_id uuid not null,
        id uuid not null,
        cycle_id uuid not null,
        indicator text not null,
        verdict text check (verdict in ('ja', 'nee')),
        explanation text not null,
        version integer not null,
        written_by uuid not null,
        opened_at timestamptz not null,
        written_at timestamptz not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, cycle_id, indicator)
          references toetssteen.indicator_answer (organisation_id, cycle_id, indicator),
        foreign key (organisation_id, written_by) references toetssteen.membership (organisation_id, person_id)
      );
      create unique index answer_history_order
        on toetssteen.answer_history (organisation_id, cycle_id, indicator, version desc);

      create table toetssteen.progress (
        organisation_id uuid not null,
        cycle_id uuid not null,
        part text not null check (char_length(part) between 1 and 20),
        state text not null check (state in ('TO_DO', 'IN_PROGRESS', 'READY_TO_READ', 'DONE')),
        assignee_id uuid,
        touched_at timestamptz not null,
        touched_by uuid,
        primary key (organisation_id, cycle_id, part),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, assignee_id) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, touched_by) references toetssteen.membership (organisation_id, person_id)
      );

      create table toetssteen.activity (
        organisation_id uuid not null,
        id uuid not null,
        at timestamptz not null,
        person_id uuid not null,
        what text not null,
        cycle_id uuid,
        part text,
        primary key (organisation_id, id),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, person_id) references toetssteen.membership (organisation_id, person_id)
      );
      create index activity_latest on toetssteen.activity (organisation_id, at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
