import type { Kept, Trouble, Words } from "../writing/draft.ts";
import type { TextPlace } from "../writing/text-place.ts";

/** Text that somebody typed and that the server hasn't confirmed, as this device keeps it. */
export interface Unsent {
  readonly id: string;
  /** Only they see it here, and only they send it. */
  readonly personId: string;
  readonly organisationId: string;
  readonly hat: string;
  readonly place: TextPlace;
  readonly kept: Kept<Words>;
  /** Why it wasn't sent, as far as that was tried. */
  readonly trouble: Trouble | null;
  /** When its first word was typed: what was typed first is sent first. */
  readonly typedAt: string;
}

/** Whether it waits for a person: trying again would change nothing. */
export function needsSomebody({ kept, trouble }: Unsent): boolean {
  const final: readonly (Trouble | null)[] = ["invalid", "left", "gone", "refused"];
  return kept.isClash || final.includes(trouble);
}

export function byTime(one: Unsent, other: Unsent): number {
  return one.typedAt.localeCompare(other.typedAt) || one.id.localeCompare(other.id);
}
