/** What pages with panels take from an address; for their `validateSearch`. */
export interface PanelSearch {
  /** Which panel is open: `koppelen-4.1`, or what is open inside it: `koppelen-4.1/nieuw`. */
  readonly paneel?: string;
}

export function readPanelSearch({ paneel }: Readonly<Record<string, unknown>>): PanelSearch {
  return typeof paneel === "string" && paneel !== "" ? { paneel } : {};
}
