import { useSyncExternalStore } from "react";

let begun = false;
const listeners = new Set<() => void>();

/** From now on the frame shows what is being sent. Apart from what sends it, because every page has the frame and few send. */
export function uploadsBegan(): void {
  begun = true;
  for (const listener of listeners) listener();
}

export function useUploadsBegun(): boolean {
  return useSyncExternalStore(subscribe, () => begun);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
