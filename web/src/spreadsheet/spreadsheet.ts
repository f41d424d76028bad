import { unparse } from "papaparse";

/** What stands in a table: what somebody wrote, a number, or a day as YYYY-MM-DD. */
export type Cell = string | number | { readonly day: string };

/** Signs with which a formula begins, as programs in any language take them. */
const formula = /^["\s]*[=+\-@＝＋－＠|]/u;
/** The same behind what separates cells in a program of another language, for which quotes don't count there. */
const laterFormula = /([,;\t\r\n]["\s]*)([=+\-@＝＋－＠|])/gu;
/** What a program would make a number or a day of: 0012, 1-2, 3 mei. */
const otherwiseRead =
  /^(?=[^\d]*\d)\s*(?:[\d.,:/()€$%\s-]*\d[\d.,:/()€$%\s-]*(?:e[+-]?\d+)?|\d{0,4}[\s./-]*(?:jan|feb|maa|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[\s./-]*\d{0,4})\s*$/iu;

/**
 * A table as a file that spreadsheet programs open, also the Dutch ones, which expect semicolons. What somebody wrote stays
 * text: it can't calculate, and isn't taken for a number or a day. Days are written so that they sort.
 */
export function spreadsheet(rows: readonly (readonly Cell[])[]): string {
  const text = unparse(
    rows.map((cells) => cells.map(plain)),
    { delimiter: ";", newline: "\r\n", quotes: true },
  );
  // Without the mark the accents are read in another character set.
  return `\uFEFF${text}\r\n`;
}

function plain(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.day;
  const safe = cell.replaceAll(laterFormula, "$1'$2");
  return formula.test(safe) || otherwiseRead.test(safe) ? `'${safe}` : safe;
}
