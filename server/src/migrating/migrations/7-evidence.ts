import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Without accents and capitals, as `search/words.ts` folds what somebody looks for. Kept, because PostgreSQL would
 * otherwise work it out for every row of every search.
 */
const folded = (column: string) =>
  `text not null generated always as
    (lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "pg_c_utf8")) stored`;

/** Documents: items of evidence, the files of which they are made, where they are used, and which of them were submitted. */
export class Evidence1764500000000 implements MigrationInterface {
  name = "Evidence1764500000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toetssteen.evidence (
        organisation_id uuid not null references toetssteen.organisation (id),
        id uuid not null,
        kind text not null check (kind in ('files', 'link')),
        title text not null check (char_length(title) between 1 and 200),
        url text check (char_length(url) <= 2000),
        about_from date,
        about_to date,
        sharing text not null check (sharing in ('internal', 'shared')),
        personal_data_note text not null check (char_length(personal_data_note) <= 500),
        version integer not null default 1,
        added_at timestamptz not null default now(),
        added_by uuid not null,
        changed_at timestamptz not null default now(),
        changed_by uuid not null,
        removed_at timestamptz,
        folded ${folded("title")},
        primary key (organisation_id, id),
        check ((kind = 'link') = (url is not null)),
        check (about_from <= about_to),
        foreign key (organisation_id, added_by) references toetssteen.membership (organisation_id, person_id),
        foreign key (organisation_id, changed_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index evidence_latest on toetssteen.evidence (organisation_id, added_at desc, id desc);

      create table toetssteen.evidence_file (
        organisation_id uuid not null,
        id uuid not null,
        evidence_id uuid not null,
        -- The first version of the same file; null in that first one.
        first_id uuid,
        position integer not null check (position >= 0),
        name text not null check (char_length(name) between 1 and 200 and name !~ '[/\\\\[:cntrl:]]'),
        -- As announced; bytes that are not as many are not taken.
        size integer not null check (size between 1 and 104857600),
        state text not null default 'uploading' check (state in ('uploading', 'quarantined', 'ready', 'refused')),
        refused_for text,
        media_type text,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        -- Where the bytes are: <organisation_id>/<object_id>.
        object_id uuid,
        started_at timestamptz not null default now(),
        uploaded_by uuid not null,
        removed_at timestamptz,
        folded ${folded("name")},
        primary key (organisation_id, id),
        check (state = 'uploading' or (state = 'refused') = (refused_for is not null)),
        check (state in ('uploading', 'refused') or (media_type is not null and sha256 is not null and object_id is not null)),
        foreign key (organisation_id, evidence_id) references toetssteen.evidence (organisation_id, id),
        foreign key (organisation_id, first_id) references toetssteen.evidence_file (organisation_id, id),
        foreign key (organisation_id, uploaded_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index evidence_file_of_item on toetssteen.evidence_file (organisation_id, evidence_id);
      create index evidence_file_of_file on toetssteen.evidence_file (organisation_id, first_id);
      create index evidence_file_of_object on toetssteen.evidence_file (organisation_id, object_id);
      create index evidence_file_unscanned on toetssteen.evidence_file (started_at) where state = 'quarantined';

      create table toetssteen.evidence_use (
        organisation_id uuid not null,
        id uuid not null,
        evidence_id uuid not null,
        cycle_id uuid not null,
        part text not null check (char_length(part) between 1 and 20),
        slot text check (char_length(slot) between 1 and 100),
        page text not null check (char_length(page) <= 200),
        version integer not null default 1,
        added_at timestamptz not null default now(),
        added_by uuid not null,
        removed_at timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, evidence_id) references toetssteen.evidence (organisation_id, id),
        foreign key (organisation_id, cycle_id) references toetssteen.cycle (organisation_id, id),
        foreign key (organisation_id, added_by) references toetssteen.membership (organisation_id, person_id)
      );
      create index evidence_use_of_item on toetssteen.evidence_use (organisation_id, evidence_id);
      create index evidence_use_of_part on toetssteen.evidence_use (organisation_id, cycle_id, part);

      -- A file as it was when it was handed in; the bytes stay, whatever becomes of the item.
      create table toetssteen.submission_file (
        organisation_id uuid not null,
        submission_id uuid not null,
        file_id uuid not null,
        name text not null check (char_length(name) between 1 and 200 and name !~ '[/\\\\[:cntrl:]]'),
        size integer not null check (size between 1 and 104857600),
        media_type text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        object_id uuid not null,
        primary key (organisation_id, submission_id, file_id),
        foreign key (organisation_id, submission_id) references toetssteen.submission (organisation_id, id),
        foreign key (organisation_id, file_id) references toetssteen.evidence_file (organisation_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
