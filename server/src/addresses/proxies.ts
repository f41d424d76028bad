import { BlockList, isIP } from "node:net";
import { bareAddress } from "./network.ts";

/** Names for whole ranges, as Express and Fastify have them. */
const ranges: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Whether somebody is a proxy of ours, which is believed about where a request comes from. */
export type IsProxy = (address: string | undefined) => boolean;

/**
 * @param list names of ranges, addresses, or networks as `10.1.0.0/16`, with commas between
 * @returns null where something in it is none of these
 */
export function readProxies(list: string): IsProxy | null {
  const trusted = new BlockList();
  const named = list.split(",").map((one) => one.trim());
  for (const one of named.flatMap((name) => ranges[name] ?? [name]).filter((name) => name !== "")) {
    const [address = "", prefix, ...more] = one.split("/");
    const family = isIP(address);
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
    const fits = Number.isInteger(bits) && bits >= 0 && bits <= (family === 4 ? 32 : 128);
    if (family === 0 || !fits || prefix === "" || more.length > 0) return null;
    trusted.addSubnet(address, bits, family === 4 ? "ipv4" : "ipv6");
  }
  return (text) => {
    // Some write the port behind it, or IPv4 inside IPv6.
    const address = bareAddress(text).replace(/^::ffff:(?=\d+\.)/i, "");
    const family = isIP(address);
    return family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
  };
}
