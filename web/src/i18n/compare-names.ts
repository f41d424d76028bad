import { fold } from "@toetssteen/contract";

const { compare } = new Intl.Collator("nl", { numeric: true });

/**
 * The order of names in every list, in both languages: by their letters, whatever quotes and accents stand there, and
 * numbers by what they count. The server puts its lists in the same order.
 */
export function compareNames(one: string, other: string): number {
  return compare(fold(one), fold(other)) || compare(one, other);
}
