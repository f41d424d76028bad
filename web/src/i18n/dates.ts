import { dayInAmsterdam, daysBetween } from "@toetssteen/norms";

/**
 * How dates are written on screen. Moments (`DateTime`) are shown as the clock in Amsterdam
 * showed them; days (`YYYY-MM-DD`) have no clock.
 */

const timeZone = "Europe/Amsterdam";

/** `3 november 2026`, `3 November 2026` */
export function writeDay(day: string, language: string): string {
  return formatter(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(noon(day));
}

/** The day of a moment: `3 november 2026` */
export function writeDayOf(moment: string, language: string): string {
  return writeDay(dayInAmsterdam(new Date(moment)), language);
}

/** `maandag 23 november 2026` */
export function writeToday(now: Date, language: string): string {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return formatter(language, { ...parts, timeZone }).format(now);
}

/** `14.02` in Dutch, `14:02` in English */
export function writeTime(moment: string, language: string): string {
  const time = formatter(language, {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone,
  }).format(new Date(moment));
  return language === "nl" ? time.replace(":", ".") : time;
}

/** `vandaag`, `gisteren`, `9 dagen geleden`, `3 weken geleden`, `2 maanden geleden` */
export function writeDaysAgo(moment: string, now: Date, language: string): string {
  const days = daysBetween(dayInAmsterdam(new Date(moment)), dayInAmsterdam(now));
  const format = new Intl.RelativeTimeFormat(tag(language), { numeric: "auto" });
  if (days < 14) return format.format(-days, "day");
  if (days < 60) return format.format(-Math.round(days / 7), "week");
  return format.format(-Math.round(days / 30), "month");
}

/** `23 nov 2026`, `23 Nov 2026` */
export function writeShortDay(day: string, language: string): string {
  const parts = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return formatter(language, parts).format(noon(day));
}

/** `december 2025`, of a day in it. */
export function writeMonth(day: string, language: string): string {
  const parts = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return formatter(language, parts).format(noon(day));
}

/** Whether two days are the first and the last of one month. */
export function isWholeMonth(from: string | null, to: string | null): from is string {
  if (from === null || to === null || !from.endsWith("-01")) return false;
  const after = new Date(noon(to).getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return from.slice(0, 7) === to.slice(0, 7) && after.endsWith("-01");
}

/** `maandag 23 november 2026`, of a day. */
export function writeFullDay(day: string, language: string): string {
  return writeToday(noon(day), language);
}

/** When a day begins in Amsterdam, as a moment. */
export function beginOf(day: string): string {
  // Midnight is an hour or two before that of UTC; the clock is never changed at midnight.
  const candidates = [`${day}T00:00:00+01:00`, `${day}T00:00:00+02:00`].map((at) => new Date(at));
  const begin = candidates.find(
    (at) => dayInAmsterdam(at) === day && dayInAmsterdam(new Date(at.getTime() - 1)) !== day,
  );
  if (!begin) throw new RangeError(`${day} has no beginning`);
  return begin.toISOString();
}

/** When the day after begins in Amsterdam: until then it is that day. */
export function endOf(day: string): string {
  return beginOf(dayInAmsterdam(new Date(noon(day).getTime() + 24 * 60 * 60 * 1000)));
}

/** The last day of what ends at a moment: what ends at midnight lasts through the day before. */
export function lastDayBefore(moment: string): string {
  return dayInAmsterdam(new Date(new Date(moment).getTime() - 1));
}

/** Whether a moment falls on the day that it is now in Amsterdam. */
export function isToday(moment: string, now: Date): boolean {
  return dayInAmsterdam(new Date(moment)) === dayInAmsterdam(now);
}

/** Time left until a day begins: in weeks while there are more than two, else in days; negative days once it has passed. */
export function timeLeft(day: string, now: Date): { unit: "weeks" | "days"; count: number } {
  const days = daysBetween(dayInAmsterdam(now), day);
  return days > 14 ? { unit: "weeks", count: Math.floor(days / 7) } : { unit: "days", count: days };
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag(language), options);
}

function tag(language: string): string {
  return language === "en" ? "en-GB" : "nl-NL";
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
