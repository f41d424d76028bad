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

const typed = new Set<Element & { readonly value?: string }>();
let isLasting = true;

/** Said by what keeps texts, where a browser lets it keep none beyond the page. */
export function textsEndWithPage(): void {
  isLasting = false;
}

/** Whether loading the page anew would lose something that was typed: what stands in `data-kept` is kept. */
export function hasUnkept(): boolean {
  const isIn = (field: Element & { readonly value?: string }) =>
    field.isConnected && field.value !== "" && field.closest("[data-kept]") === null;
  return (!isLasting && hasUnsaved()) || [...typed].some(isIn);
}

export function attend(page: Window): void {
  const flush = () => open.forEach((text) => text.flush({ leaving: true }));
  const retry = () => open.forEach((text) => text.retry());
  page.addEventListener("pagehide", flush);
  page.addEventListener("online", retry);
  page.document.addEventListener("input", ({ target }) => {
    if (target instanceof Element) typed.add(target);
  });
  page.document.addEventListener("visibilitychange", () => {
    if (page.document.visibilityState === "hidden") flush();
    else retry();
  });
}
