/** Where a part stands on the page of its norm. */
export function hashOfPart(part: string, norm: string): string {
  if (part === norm) return "beeld";
  return /V\d+$/.test(part) ? `question-${part}` : `indicator-${part}`;
}
