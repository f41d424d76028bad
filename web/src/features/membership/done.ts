import { useSyncExternalStore } from "react";
import type { Role } from "../../gql/graphql.ts";
import type { Invitation, Membership } from "./people.ts";

/** What an administrator did about somebody; each can be taken back. */
export type Done =
  | { readonly kind: "invited" | "withdrawn"; readonly invitation: Invitation }
  | { readonly kind: "removed" | "restored"; readonly member: Membership }
  | { readonly kind: "roles"; readonly member: Membership; readonly before: readonly Role[] };

interface Kept {
  readonly organisationId: string;
  readonly done: Done;
}

/** The last of these, to be said on the page of people. It may have been done on another page, so it lives outside both. */
let last: Kept | null = null;
const listeners = new Set<() => void>();

export function say(organisationId: string, done: Done): void {
  last = { organisationId, done };
  for (const listener of listeners) listener();
}

export function hush(): void {
  last = null;
  for (const listener of listeners) listener();
}

export function useLastDone(organisationId: string): Done | null {
  const kept = useSyncExternalStore(subscribe, () => last);
  return kept?.organisationId === organisationId ? kept.done : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
