/** The panels of the account page; which one is open stands in the address. */
export const panels = ["naam", "wachtwoord", "aanzetten", "herstelcodes", "uitzetten"] as const;
export type PanelName = (typeof panels)[number];

export interface Opened {
  readonly panel: PanelName | null;
  /** Null closes. */
  readonly open: (panel: PanelName | null) => void;
}
