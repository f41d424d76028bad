import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../graphql/errors.ts";
import { networkOf } from "../identity/network.ts";
import { nobody, type Principal } from "../tenancy/principal.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who a request says is asking, and for whom; the database decides what that is worth. */
export interface Asks {
  readonly principal: Principal;
  readonly hat: string | null;
  /** Whom the page that sends it was made for; null where it doesn't say. Gives no rights, and takes all when it is another. */
  readonly person: string | null;
}

/**
 * @param ip where it comes from, past the proxies that are trusted
 * @throws {Refusal} INVALID_INPUT when a header is not an id
 */
export function asks(headers: IncomingHttpHeaders, token: string | null, ip: string): Asks {
  const address = networkOf(ip);
  return {
    principal: token === null ? { ...nobody, address } : { kind: "session", token, address },
    hat: readId(headers, "x-hat", "Een UUID van een organisatie."),
    person: readId(headers, "x-person", "Een UUID van een persoon."),
  };
}

function readId(headers: IncomingHttpHeaders, name: string, message: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  if (typeof value !== "string" || !uuid.test(value))
    throw new Refusal("INVALID_INPUT", [{ path: name, message }]);
  return value.toLowerCase();
}
