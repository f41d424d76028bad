import { part } from "../network/part.ts";

/** The writer of spreadsheets: most people never ask for one. */
export const laterSpreadsheet = part(() => import("./spreadsheet.ts"));
