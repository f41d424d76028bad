/**
 * A table as a file that spreadsheet programs open, also the Dutch ones, which expect semicolons. What begins like a
 * formula gets an apostrophe in front: a name must not be able to calculate.
 */
export function spreadsheet(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cell).join(";"));
  // Without the mark the accents are read in another character set.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
