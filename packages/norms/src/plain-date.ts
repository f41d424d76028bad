/**
 * Days of the calendar without a time or a zone, as 'YYYY-MM-DD'. They sort as text. A moment becomes a day in one place,
 * {@link dayInAmsterdam}; all else is arithmetic on the calendar, so neither the machine's zone nor summer time can shift a date.
 */
import type { Period } from "./edition.ts";

/** A day, 'YYYY-MM-DD', from year 1000. */
export type PlainDate = string;

/** A quarter of a calendar year, such as '2026-Q4'. */
export type Quarter = string;

const dayMs = 86_400_000;

/** Whether a text is a day that exists, in the form YYYY-MM-DD. */
export function isPlainDate(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a text is a quarter, in the form YYYY-Qn. */
export function isQuarter(text: string): boolean {
  return /^[1-9]\d{3}-Q[1-4]$/.test(text);
}

/**
 * The day a period later. Where the month is too short it is the month's last day: 31 January and a month is 28 or 29 February.
 * @throws RangeError when `date` isn't a day, or the result lies outside the years 1000–9999
 */
export function addPeriod(date: PlainDate, period: Period): PlainDate {
  return shift(date, period, 1);
}

/**
 * The day a period earlier, with the same care for short months.
 * @throws RangeError when `date` isn't a day, or the result lies outside the years 1000–9999
 */
export function subtractPeriod(date: PlainDate, period: Period): PlainDate {
  return shift(date, period, -1);
}

/**
 * Whole days from one day to another; negative when `to` lies before `from`.
 * @throws RangeError when either isn't a day
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The quarter a day lies in.
 * @throws RangeError when `date` isn't a day
 */
export function quarterOf(date: PlainDate): Quarter {
  const [year, month] = parts(date);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/**
 * First and last day of a quarter.
 * @throws RangeError when `quarter` isn't one
 */
export function daysOfQuarter(quarter: Quarter): {
  readonly from: PlainDate;
  readonly to: PlainDate;
} {
  if (!isQuarter(quarter)) throw new RangeError(`not a quarter: ${quarter}`);
  const year = Number(quarter.slice(0, 4));
  const lastMonth = Number(quarter.slice(-1)) * 3;
  return {
    from: format(year, lastMonth - 2, 1),
    to: format(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}

const amsterdam = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in Amsterdam at a moment: shortly before midnight there it is still yesterday in UTC. */
export function dayInAmsterdam(instant: Date): PlainDate {
  const found = Object.fromEntries(
    amsterdam.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return `${found["year"]}-${found["month"]}-${found["day"]}`;
}

/** `2025`, `2024–2028`: the years of a time that is made of whole ones; null of any other. */
export function wholeYears(from: PlainDate | null, to: PlainDate | null): string | null {
  if (!from?.endsWith("-01-01") || !to?.endsWith("-12-31")) return null;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

function shift(date: PlainDate, period: Period, sign: 1 | -1): PlainDate {
  if ("days" in period) return fromDayNumber(dayNumber(date) + sign * period.days);
  if ("weeks" in period) return fromDayNumber(dayNumber(date) + sign * period.weeks * 7);
  const months = "months" in period ? period.months : period.years * 12;
  const [year, month, day] = parts(date);
  const total = year * 12 + (month - 1) + sign * months;
  const [newYear, newMonth] = [Math.floor(total / 12), (total % 12) + 1];
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

function parts(date: PlainDate): readonly [year: number, month: number, day: number] {
  if (!isPlainDate(date)) throw new RangeError(`not a date: ${date}`);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** Days since 1 January 1970. UTC has no summer time, so every day has the same length in it. */
function dayNumber(date: PlainDate): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day) / dayMs;
}

function fromDayNumber(number: number): PlainDate {
  const day = new Date(number * dayMs);
  return format(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function format(year: number, month: number, day: number): PlainDate {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (!isPlainDate(date)) throw new RangeError(`outside the calendar: ${date}`);
  return date;
}
