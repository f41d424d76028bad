/**
 * A text as the pieces that are compared: words, what stands between them, and each end of a line by itself. Joined they
 * are the text again.
 */
export function tokensOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[^\p{L}\p{N}\s]+/gu) ?? [];
}

/** Signs that end a sentence, with what closes after them. */
const closing = /[.!?…。！？][)\]"'’”»*_]*$/u;

export const isSpace = (token: string | undefined): boolean =>
  token !== undefined && token !== "\n" && token.trim() === "";

/** Whether what stands before this place is a finished sentence, a line, or nothing. */
export function isFreshAt(tokens: readonly string[], place: number): boolean {
  let before = place - 1;
  while (isSpace(tokens[before])) before -= 1;
  const token = tokens[before];
  if (token === undefined || token === "\n") return true;
  return closing.test(token) && (before < place - 1 || isOver(tokens[place]));
}

const isOver = (token: string | undefined): boolean =>
  token === undefined || token === "\n" || isSpace(token);

/** Where each sentence begins, and each end of a line; the spaces after a sentence are its own. */
export function sentencesOf(tokens: readonly string[]): number[] {
  const starts: number[] = [];
  let isFresh = true;
  for (const [place, token] of tokens.entries()) {
    if (place === 0 || token === "\n" || (isFresh && !isSpace(token))) starts.push(place);
    isFresh = token === "\n" || (isSpace(token) ? isFreshAt(tokens, place + 1) : false);
  }
  return starts;
}
