import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Without accents and capitals, as `search/words.ts` folds what somebody looks for. Kept, because PostgreSQL would
 * otherwise work it out for every row of every search.
 */
const folded = (column: string) =>
  `text not null generated always as
    (lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "pg_c_utf8")) stored`;

/** The texts of a library as they are looked in. */
export class Search1764700000000 implements MigrationInterface {
  name = "Search1764700000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.indicator_answer add column folded ${folded("explanation")};
      alter table toetssteen.passage add column folded ${folded("body")};
      alter table toetssteen.discussion add column folded ${folded("with_whom")};
      alter table toetssteen.comment add column folded ${folded("body")};
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
