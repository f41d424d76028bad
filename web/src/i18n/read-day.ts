import { firstDay, lastDay } from "@toetssteen/contract";
import { isPlainDate } from "@toetssteen/norms";

/** What somebody typed for a day; `unclear` says no day at all, `outside` one that no self-evaluation knows. */
export type ReadDay =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "empty" | "unclear" | "outside" };

/** As months begin, in Dutch and in English. */
const months = [
  ["jan"],
  ["feb"],
  ["mrt", "maa", "mar"],
  ["apr"],
  ["mei", "may"],
  ["jun"],
  ["jul"],
  ["aug"],
  ["sep"],
  ["okt", "oct"],
  ["nov"],
  ["dec"],
];

const forms = [
  // 7-12-2026, 7/12/26, 7 december 2026
  /^(?<day>\d{1,2})[-/. ]+(?<month>\d{1,2}|\p{L}{3,9})[-/. ]+(?<year>\d{4}|\d{2})$/u,
  // 07122026
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  // 2026-12-07
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
];

/**
 * Reads a day as people write it in the Netherlands: day, month, year.
 * @param text whole: while somebody types, `7-12-20` may be on its way to 2027
 */
export function readDay(text: string): ReadDay {
  const line = text.trim().toLowerCase();
  if (line === "") return { kind: "empty" };
  const groups = forms.map((form) => form.exec(line)?.groups).find((found) => found !== undefined);
  const { day: ofMonth = "", month: named = "", year: typed = "" } = groups ?? {};
  const month = monthOf(named);
  if (month === undefined) return { kind: "unclear" };
  const year = typed.length === 2 ? `20${typed}` : typed;
  const rest = `${month}-${ofMonth.padStart(2, "0")}`;
  const day = `${year}-${rest}`;
  const isOutside = day < firstDay || day > lastDay;
  // The calendar begins at the year 1000.
  if (!isPlainDate(isOutside ? `2001-${rest}` : day)) return { kind: "unclear" };
  return isOutside ? { kind: "outside" } : { kind: "day", day };
}

/** Whether a text that says a day could go on to be another: its year has two digits. */
export function hasShortYear(text: string): boolean {
  return /\D\d{2}$/.test(text.trim()) && !/^\d{4}/.test(text.trim());
}

/** `07-12-2026`, `07/12/2026` in English: as it is typed. */
export function typedDay(day: string, language: string): string {
  return day
    .split("-")
    .toReversed()
    .join(language === "en" ? "/" : "-");
}

/** Two digits; undefined for what is no month. */
function monthOf(text: string): string | undefined {
  const number = /^\d/.test(text)
    ? Number(text)
    : months.findIndex((begins) => begins.some((begin) => text.startsWith(begin))) + 1;
  return number >= 1 && number <= 12 ? String(number).padStart(2, "0") : undefined;
}
