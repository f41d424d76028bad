import type { Edition } from "@toetssteen/norms";

/** What commands on organisations need besides the database. */
export interface Surroundings {
  readonly editions: ReadonlyMap<string, Edition>;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Undefined where nobody said which address people type. */
  readonly publicUrl: string | undefined;
}
