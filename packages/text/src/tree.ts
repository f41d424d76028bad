/** A text as whoever shows it needs it: a page, a printed document, an export. There is nothing in it to be trusted or cleaned. */
export type TextTree = readonly TextBlock[];

export type TextBlock =
  | { readonly kind: "paragraph"; readonly runs: readonly TextRun[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      /** Number of the first item; 1 where there are no numbers. */
      readonly start: number;
      readonly items: readonly TextTree[];
    };

/** What holds runs never holds its own kind again, however deep: strong within strong is strong. */
export type TextRun =
  | { readonly kind: "words"; readonly words: string }
  /** A new line within a paragraph. */
  | { readonly kind: "break" }
  | { readonly kind: "strong"; readonly runs: readonly TextRun[] }
  | { readonly kind: "emphasis"; readonly runs: readonly TextRun[] }
  /** The address is one of `http`, `https`, `mailto` or `tel`. */
  | { readonly kind: "link"; readonly address: string; readonly runs: readonly TextRun[] };
