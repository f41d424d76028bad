/** Fewer letters stand in nearly every text. */
const shortest = 2;

/** Whether there is enough to look for. */
export function isEnough(text: string | undefined): text is string {
  return text !== undefined && text.trim().length >= shortest;
}
