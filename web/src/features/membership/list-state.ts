/** What an address says of the list of members. Apart from what is done with it: every page knows every address. */
export const sortings = ["naam", "rol", "sinds"] as const;
export type Sorting = (typeof sortings)[number];

export interface ListState {
  readonly search: string;
  readonly sorting: Sorting;
  readonly isReversed: boolean;
}
