/**
 * The largest document, in characters, of which each text costs some for itself: one and a half times all boxes of a
 * self-evaluation filled to the last character. Ordinary text of this size takes some seconds and 500 MB.
 */
const largest = 3_000_000;
const perText = 40;

/** What is made of it would be too large. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Whether a document would take longer and more memory than one may. @param data an outline, or what was made of one */
export function isTooLarge(data: unknown): boolean {
  let size = 0;
  const stack: unknown[] = [data];
  while (stack.length > 0 && size <= largest) {
    const one = stack.pop();
    if (typeof one === "string") size += one.length + perText;
    else if (typeof one === "object" && one !== null) stack.push(...Object.values(one));
  }
  return size > largest;
}
