/**
 * The page to go on to after signing in, from an address that anybody could have written: a path
 * within this site, or null. Read as a browser reads it, which leaves out tabs and takes `\` for `/`.
 */
export function ownPage(value: unknown, origin: string): string | null {
  if (typeof value !== "string" || !value.startsWith("/")) return null;
  const address = URL.parse(value, origin);
  if (address === null || address.origin !== origin) return null;
  const page = address.pathname + address.search + address.hash;
  // `/a/..//elsewhere` has become `//elsewhere`.
  return page.startsWith("//") ? null : page;
}
