/** What a link in a text may do: open a page, begin a mail, call. */
const safe = /^(?:https?:\/\/|mailto:|tel:)[^\s]/i;

/**
 * An address as it may stand in a link, or null: `javascript:` would run, and a relative address would mean something else
 * on paper than on a page.
 */
export function safeAddress(address: string): string | null {
  return safe.test(address) ? address : null;
}
