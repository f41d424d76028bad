/** Signs that turn the direction of what follows them, and so make a name read as another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** A name or title on one line, as it is kept: without spaces around it, and without signs that turn its direction. */
export function tidyLine(text: string): string {
  return text.replaceAll(turning, "").trim();
}
