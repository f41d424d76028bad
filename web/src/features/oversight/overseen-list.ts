/** The quarters in which an audit can be: the one before this, and four years from now. */
export function quartersAround(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3) - 1;
  return Array.from({ length: 18 }, (_, index) => {
    const quarter = first + index;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

/**
 * Rows as a file that spreadsheets open. Semicolons, because that is what they expect in Dutch; a text that
 * begins like a formula is kept from being one.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\u{feff}${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}
