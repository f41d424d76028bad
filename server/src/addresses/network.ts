import { isIP } from "node:net";

/** What stands for every address that is none; whoever sends these shares one count. */
const noAddress = "unknown";

/**
 * One household or office: an IPv4 address, or the /64 that one subscriber gets in IPv6. Whatever an address is written
 * like, it is the same: proxies add ports and brackets, and IPv6 has many spellings and a place for IPv4.
 */
export function networkOf(text: string | undefined): string {
  const address = bareAddress(text);
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return noAddress;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isIPv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isIPv4) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

/**
 * Without port, brackets, zone and white space; what isn't an address then stays what it is.
 * @param text undefined of a connection that broke off meanwhile: the driver of it knows its address no more
 */
export function bareAddress(text: string | undefined): string {
  const trimmed = (text ?? "").trim();
  const inside = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(trimmed)?.[1];
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(trimmed)?.[1];
  return (inside ?? withPort ?? trimmed).replace(/%.*$/, "");
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const inHex = dotted
    ? `${address.slice(0, dotted.index)}${hex(dotted, 1)}:${hex(dotted, 3)}`
    : address;
  const [head = "", tail] = inHex.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(missing).fill("0"), ...right].map((group) =>
    Number.parseInt(group, 16),
  );
}

function hex(parts: RegExpExecArray, from: number): string {
  return (Number(parts[from]) * 256 + Number(parts[from + 1])).toString(16);
}
