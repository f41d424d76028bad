/**
 * The texts that were opened in this page. What is still being saved goes on when the screen
 * changes; it is sent when the page is hidden or left, and again when there is a connection.
 *
 * Kept apart from what saves them, because every page needs this and few need that. It lives as long
 * as the document, and a document belongs to one person: signing in and out load a new one.
 */
export interface OpenText {
  readonly isUnsaved: boolean;
  flush(options?: { leaving: boolean }): void;
  retry(): void;
}

const open = new Set<OpenText>();

export function remember(text: OpenText): void {
  open.add(text);
}

/** Whether something somebody typed is not on the server (yet). */
export function hasUnsaved(): boolean {
  return [...open].some((text) => text.isUnsaved);
}

export function attend(page: Window): void {
  const flush = () => open.forEach((text) => text.flush({ leaving: true }));
  const retry = () => open.forEach((text) => text.retry());
  page.addEventListener("pagehide", flush);
  page.addEventListener("online", retry);
  page.document.addEventListener("visibilitychange", () => {
    if (page.document.visibilityState === "hidden") flush();
    else retry();
  });
}
