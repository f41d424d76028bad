import type { MigrationInterface, QueryRunner } from "typeorm";

/** As `fold` of the contract makes it, at the time of this migration. */
const folded = (column: string) =>
  `regexp_replace(translate(replace(replace(replace(replace(lower(regexp_replace(normalize(translate(${column}, '\`´', ''), NFKD),
    '[''"\\u2018-\\u201f\\u2032-\\u2037\\u2039\\u203a\\u00ab\\u00bb\\u02b9-\\u02bf\\u02c8\\u00ad\\u0300-\\u036f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]', '', 'g')
    collate "pg_c_utf8"), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ςøđðłħŧı‐‑‒–—―−⁃', 'σoddlhti--------'),
    '(?<=[0-9])\\.(?=[0-9]{3}(?![0-9]))', '', 'g')`;

/** Endings that fit a type, as they were taken until now; the first is put behind a name that has another. */
const endings = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.openxmlformats-officedocument.presentationml.slideshow": ["ppsx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "application/rtf": ["rtf"],
  "application/x-cfb": ["doc", "xls", "ppt", "msg", "docx", "xlsx", "pptx"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/avif": ["avif"],
  "image/heic": ["heic", "heif"],
  "image/tiff": ["tif", "tiff"],
  "text/plain": ["txt", "csv", "tsv", "md", "eml", "ics", "log"],
};

/** Texts and names as they are looked for from a keyboard, and one order of names. */
export class FoldedAsTyped1764880000000 implements MigrationInterface {
  name = "FoldedAsTyped1764880000000";

  async up(runner: QueryRunner): Promise<void> {
    // Files get the name under which pages show them, so that they are found by it.
    await runner.query(
      `update toetssteen.evidence_file f set name = left(f.name, 195) || '.' || (t.endings ->> 0)
       from jsonb_each($1::jsonb) as t (type, endings)
       where split_part(f.media_type, ';', 1) = t.type and not t.endings ? lower(coalesce(substring(f.name from '\\.([^.]+)$'), ''))`,
      [JSON.stringify(endings)],
    );
    await runner.query(`
      create collation toetssteen.by_name (provider = icu, locale = 'und-u-kn-true');

      alter table toetssteen.indicator_answer alter column folded set expression as (${folded("explanation")});
      alter table toetssteen.passage alter column folded set expression as (${folded("body")});
      alter table toetssteen.discussion alter column folded set expression as (${folded("with_whom")});
      alter table toetssteen.comment alter column folded set expression as (${folded("body")});
      alter table toetssteen.evidence alter column folded set expression as (${folded("title")});
      alter table toetssteen.evidence_file alter column folded set expression as (${folded("name")});

      alter table toetssteen.membership
        add column folded text not null generated always as (${folded("name")}) stored;
      alter table toetssteen.oversight
        add column folded text not null generated always as (${folded("library_name")}) stored;
      drop index toetssteen.oversight_by_name;
      drop index toetssteen.oversight_by_audit;
      create index oversight_by_name on toetssteen.oversight
        (subject_organisation_id, folded collate toetssteen.by_name, organisation_id) where withdrawn_at is null;
      create index oversight_by_audit on toetssteen.oversight
        (subject_organisation_id, audit_from, folded collate toetssteen.by_name, organisation_id) where withdrawn_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
