/**
 * What stands on paper, in order and without looks: PDF and Word are both made from it, so what is in one is in the other.
 * Plain data, for it crosses into another thread.
 */
export interface Outline {
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string;
  readonly library: string;
  /** Of the words around the texts. */
  readonly locale: "nl" | "en";
  /** Title of a table of contents; null where the whole is one norm, which has no heading of its own under the title. */
  readonly contents: string | null;
  /** Before and after the number of a page and between it and their count: "pagina", "van". */
  readonly page: string;
  readonly of: string;
  /** When it was made, or what is printed was written; milliseconds since 1970. */
  readonly at: number;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

/** Of a heading. 1: a norm · 2: a section of it · 3: an indicator or question · 4: a box. */
export type Rank = 1 | 2 | 3 | 4;

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export type Block =
  | {
      readonly kind: "heading";
      readonly rank: Rank;
      /** Stands before it: "4.1". */
      readonly number?: string;
      /** The name of a box, wherever it stands. */
      readonly isBox?: true;
      readonly text: string;
    }
  /** Our words, or a rights holder's: what a norm or question asks. */
  | { readonly kind: "lead"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  /** Ja or nee, and what a nee is. */
  | { readonly kind: "answer"; readonly text: string }
  /** What the library wrote, as it was typed. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | Table;

/** A column: what stands over it, and how wide it is beside the others. */
export interface Column {
  readonly head: string;
  readonly share: number;
}

/** What stands in a table: words, that may open an address. */
export type Cell = string | { readonly text: string; readonly address: string };

declare const fits: unique symbol;

/** A table of which each row has a cell for each column; only `tableOf` makes one. */
export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly [fits]: true;
}

/** A table whose columns say both what stands over them and what stands in them, so that no row can be too short or too long. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly (Column & { readonly cell: (row: Row) => Cell })[],
): Table {
  const table: Omit<Table, typeof fits> = {
    kind: "table",
    columns: columns.map(({ head, share }) => ({ head, share })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
  return table as Table;
}

/** The level of a heading in the document: where no heading has the first rank, the second is on top. */
export function levelOf({ contents }: Pick<Outline, "contents">, rank: Rank): number {
  return contents === null ? rank - 1 : rank;
}
