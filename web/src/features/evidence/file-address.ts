/** Where the bytes of a version are. @param download to be kept, also what a page could show */
export function addressOf(
  organisation: string,
  version: string,
  { download = false } = {},
): string {
  return `/files/${organisation}/${version}${download ? "?download" : ""}`;
}
