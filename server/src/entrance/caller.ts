import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../refusal.ts";
import { networkOf } from "../addresses/network.ts";
import { isHat, type Hat } from "../rights/hat.ts";
import { nobody, type Principal } from "../tenancy/principal.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who a request says is calling, and for whom; the database decides what that is worth. */
export interface Caller {
  readonly principal: Principal;
  readonly hat: Hat | null;
  /** Whom the page that sends it was made for; null where it doesn't say. Gives no rights, and takes all when it is another. */
  readonly person: string | null;
}

/**
 * @param ip where it comes from, past the proxies that are trusted; undefined once the connection broke off
 * @throws {Refusal} INVALID_INPUT when a header is not what it should be
 */
export function readCaller(
  headers: IncomingHttpHeaders,
  token: string | null,
  ip: string | undefined,
): Caller {
  const address = networkOf(ip);
  return {
    principal: token === null ? { ...nobody, address } : { kind: "session", token, address },
    hat: read(headers, "x-hat", isHat, "organisation:<UUID> of mandate:<UUID>."),
    person: read(headers, "x-person", (text) => uuid.test(text), "Een UUID van een persoon."),
  };
}

function read(
  headers: IncomingHttpHeaders,
  name: string,
  isRight: (text: string) => boolean,
  message: string,
): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  if (typeof value !== "string" || !isRight(value))
    throw new Refusal("INVALID_INPUT", [{ path: name, message }]);
  return value.toLowerCase();
}
