import type { PassageField } from "@toetssteen/contract";

/** Where a passage stands: one field of one part. */
export function passageKey(part: string | null, field: PassageField): string {
  return `${part ?? ""}:${field}`;
}
