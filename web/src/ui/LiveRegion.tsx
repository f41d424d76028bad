import { useSyncExternalStore } from "react";
import hidden from "./VisuallyHidden.module.css";

let message = "";
let turn = 0;
const listeners = new Set<() => void>();

/** Says something to screen readers, once, when they are done with what they were saying. */
export function announce(text: string): void {
  message = text;
  turn += 1;
  for (const listener of listeners) listener();
}

/** Where announcements sound. One per page, and always there: a region that arrives with its text is often not read. */
export function LiveRegion() {
  const now = useSyncExternalStore(subscribe, () => turn);
  return (
    <div className={hidden.hidden} role="status">
      {/* A new element each time, so that the same words are said again. */}
      <span key={now}>{message}</span>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
