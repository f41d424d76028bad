/** The first page that a text about pages names, for a viewer; null where it names none. */
export function firstPage(text: string): number | null {
  const found = /(?:^|\b(?:blz|pag|pagina|bladzijden?|p|pp|pages?)\b\.?\s*)(\d{1,4})\b/i.exec(
    text.trim(),
  );
  const page = Number(found?.[1]);
  return page > 0 ? page : null;
}
