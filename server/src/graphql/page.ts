import { Refusal } from "../refusal.ts";

/** Rows of a page when nobody says how many. */
export const usualPage = 50;
const largestPage = 100;

/** @throws {Refusal} INVALID_INPUT */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= largestPage) return first;
  throw new Refusal("INVALID_INPUT", [
    { path: "first", message: `Een getal van 1 tot en met ${largestPage}.` },
  ]);
}

/** Splits off the one row more that tells whether there is a next page. */
export function cut<Row>(rows: readonly Row[], first: number): { rows: Row[]; last: Row | null } {
  const page = rows.slice(0, first);
  return { rows: page, last: rows.length > first ? (page.at(-1) ?? null) : null };
}
