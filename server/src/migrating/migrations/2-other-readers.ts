import type { MigrationInterface, QueryRunner } from "typeorm";

/** Invitations, oversight by support organisations, one frozen submission under a mandate, and the log of who read what. */
export class OtherReaders1764100000000 implements MigrationInterface {
  name = "OtherReaders1764100000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toetssteen.appointment (
        organisation_id uuid not null references toetssteen.organisation (id),
        appointed_as text not null check (appointed_as in ('support_organisation', 'certification_body')),
        primary key (organisation_id, appointed_as)
      );

      alter table toetssteen.library_profile drop column service_area;

      alter table toetssteen.activity add column changes jsonb not null default '[]'
        check (jsonb_typeof(changes) = 'array');

      create table toetssteen.invitation (
        organisation_id uuid not null references toetssteen.organisation (id),
        id uuid not null,
        email text not null check (email = lower(email) and char_length(email) between 3 and 254),
        name text not null check (char_length(name) between 1 and 200),
        roles text[] not null check (cardinality(roles) > 0),
        token_hash text not null,
        invited_by uuid not null,
        invited_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, invited_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index invitation_by_token on toetssteen.invitation (token_hash);
      create unique index invitation_one_open on toetssteen.invitation (organisation_id, email)
        where accepted_at is null and withdrawn_at is null;

      create table toetssteen.oversight (
        organisation_id uuid not null references toetssteen.organisation (id),
        id uuid not null,
        subject_organisation_id uuid not null references toetssteen.organisation (id),
        level text not null check (level in ('progress')),
        granted_at timestamptz not null default now(),
        granted_by uuid not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        -- The library's own, copied so that a members page finds and sorts its rows by index.
        library_name text not null default '',
        audit_from date not null default 'infinity',
        primary key (organisation_id, id),
        foreign key (organisation_id, granted_by) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, withdrawn_by) references toetssteen.membership (organisation_id, person_id)
      );
      create unique index oversight_one_in_force on toetssteen.oversight (organisation_id, subject_organisation_id)
        where withdrawn_at is null;
      create index oversight_by_name on toetssteen.oversight (subject_organisation_id, library_name, organisation_id)
        where withdrawn_at is null;
      create index oversight_by_audit on toetssteen.oversight (subject_organisation_id, audit_from, library_name, organisation_id)
        where withdrawn_at is null;

      create table toetssteen.submission (
        organisation_id uuid not null,
        id uuid not null,
        cycle_id uuid not null,
        norm text not null,
        document text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        submitted_at timestamptz not null default now(),
        submitted_by uuid not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, submitted_by) references toetssteen.membership (organisation_id, person_id)
      );

      create table toetssteen.submission_notice (
        organisation_id uuid not null references toetssteen.organisation (id),
        subject_organisation_id uuid not null,
        submission_id uuid not null,
        library_name text not null,
        norm text not null,
        submitted_at timestamptz not null,
        primary key (organisation_id, subject_organisation_id, submission_id),
        foreign key (subject_organisation_id, submission_id) references toetssteen.submission (organisation_id, id)
      );

      create table toetssteen.mandate (
        organisation_id uuid not null,
        id uuid not null,
        subject_organisation_id uuid not null,
        submission_id uuid not null,
        auditor_id uuid not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        given_by uuid not null,
        given_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        primary key (organisation_id, id),
        check (opens_at < closes_at),
        foreign key (organisation_id, subject_organisation_id, submission_id)
          references toetssteen.submission_notice (organisation_id, subject_organisation_id, submission_id),
        foreign key (organisation_id, auditor_id) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, given_by) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, withdrawn_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index mandate_by_id on toetssteen.mandate (id);
      create index mandate_of_auditor on toetssteen.mandate (auditor_id);

      create table toetssteen.access_log (
        organisation_id uuid not null references toetssteen.organisation (id),
        id uuid not null,
        at timestamptz not null default clock_timestamp(),
        reader_id uuid not null,
        reader_name text not null,
        reader_organisation_id uuid not null,
        reader_organisation_name text not null,
        via text not null,
        right_id uuid not null,
        opened text not null,
        primary key (organisation_id, id)
      );
      create index access_log_latest on toetssteen.access_log (organisation_id, at desc, id desc);

      -- Keeps the copies on a library's oversights equal to its name and to the first day of its audit.
      create function toetssteen.follow_library() returns trigger
      language plpgsql security definer set search_path = '' as $$
      declare library uuid := case tg_table_name when 'organisation' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'organisation_id')::uuid end;
      begin
        update toetssteen.oversight o
        set library_name = l.name,
          audit_from = coalesce(
            c.audit_on,
            to_date(substr(c.announced_quarter, 1, 4) || '-' || (substr(c.announced_quarter, 7, 1)::int * 3 - 2), 'YYYY-MM'),
            date_trunc('quarter', c.certificate_expires_on)::date,
            'infinity')
        from toetssteen.organisation l
        left join toetssteen.cycle c on c.organisation_id = l.id and c.closed_at is null
        where l.id = library and o.organisation_id = library and o.withdrawn_at is null;
        return null;
      end $$;
      create trigger follow_library after insert on toetssteen.oversight
        for each row execute function toetssteen.follow_library();
      create trigger follow_library after update of name on toetssteen.organisation
        for each row execute function toetssteen.follow_library();
      create trigger follow_library after insert or update on toetssteen.cycle
        for each row execute function toetssteen.follow_library();
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
