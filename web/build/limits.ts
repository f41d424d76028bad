/** Where people arrive: these must be light. Routes are paths below src/routes without extension. */
export const firstPages: readonly string[] = ["aanmelden", "index", "o/$organisation/index"];

/** What a page may cost, in kilobytes (1000 bytes, brotli). */
export const limits = {
  firstPageKilobytes: 145,
  pageKilobytes: 240,
  /** What loads on first use inside a page, beyond the page itself. */
  laterKilobytes: 120,
  /** All style sheets together. */
  cssKilobytes: 15,
};

/** Kilobytes of scripts that a page may cost when it is the first one that somebody opens. */
export function pageLimit(route: string): number {
  return firstPages.includes(route) ? limits.firstPageKilobytes : limits.pageKilobytes;
}
