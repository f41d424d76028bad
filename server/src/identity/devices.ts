import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveKey } from "../persistence/derived-role.ts";
import { findCookie, hostCookieName } from "./cookie.ts";

/** As long as browsers keep a cookie. */
const days = 400;
/** People of whom one device remembers that they signed in there, the last ones; a desk that everybody uses has more. */
const mostPeople = 8;

/**
 * On which devices somebody signed in before. Their own attempts there are counted apart, so that whoever guesses from
 * the same network, or anywhere else, can't use up the attempts of who works there. It opens nothing by itself.
 *
 * @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export interface Devices {
  /** The id of the device, where this person signed in on it before; null elsewhere. @param person mail address in lower case */
  find(cookieHeader: string | undefined, person: string): string | null;
  /** The header `Set-Cookie` that remembers it; null where it is remembered already. */
  remember(cookieHeader: string | undefined, person: string): string | null;
}

export function createDevices(input: { secret: string; publicUrl: string }): Devices {
  const key = deriveKey(input.secret, "device");
  const name = hostCookieName("device", input.publicUrl);
  const attributes = `Max-Age=${days * 86_400}; Path=/; HttpOnly; SameSite=Lax${input.publicUrl.startsWith("https:") ? "; Secure" : ""}`;
  const sign = (person: string, id: string) =>
    createHmac("sha256", key)
      .update(JSON.stringify([person, id]))
      .digest();
  // Each is an id and a signature over it and one person; who has somebody else's cookie learns no name from it.
  const entriesOf = (header: string | undefined) =>
    ((header && findCookie(header, name)) || "")
      .split("~")
      .slice(0, mostPeople)
      .filter((entry) => /^[\w-]{16}\.[\w-]{43}$/.test(entry));
  const isOf = (person: string) => (entry: string) => {
    const [id = "", signature = ""] = entry.split(".");
    return timingSafeEqual(Buffer.from(signature, "base64url"), sign(person, id));
  };

  return {
    find: (header, person) => entriesOf(header).find(isOf(person))?.split(".")[0] ?? null,
    remember(header, person) {
      const there = entriesOf(header);
      if (there.some(isOf(person))) return null;
      const id = randomBytes(12).toString("base64url");
      const made = `${id}.${sign(person, id).toString("base64url")}`;
      return `${name}=${[made, ...there].slice(0, mostPeople).join("~")}; ${attributes}`;
    },
  };
}
