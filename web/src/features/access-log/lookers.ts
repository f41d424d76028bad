/** Whose looks an address asks for. Apart from what is done with it: every page knows every address. */
export const lookers = ["meekijkers", "auditors"] as const;
export type Lookers = (typeof lookers)[number];
