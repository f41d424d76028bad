import { createHmac, timingSafeEqual } from "node:crypto";

/** Own name, because cookies of one host are shared by every port: another product on 127.0.0.1 must not overwrite ours. */
export const cookiePrefix = "toetssteen";

/** The name under which better-auth sets the session cookie. */
export function sessionCookieName(publicUrl: string): string {
  return hostCookieName("session_token", publicUrl);
}

/** The name that the session cookie had in the release before this one; read for as long as such sessions may last. */
export function earlierCookieName(publicUrl: string): string | null {
  return publicUrl.startsWith("https:") ? `__Secure-${cookiePrefix}.session_token` : null;
}

/** The cookie of somebody whose password was right and who still owes the second factor. */
export function challengeCookieName(publicUrl: string): string {
  return hostCookieName("two_factor", publicUrl);
}

/** A name that only this host itself may set, which a neighbour under the same domain can't; browsers refuse it over plain HTTP. */
export function hostCookieName(name: string, publicUrl: string): string {
  return `${prefixOf(publicUrl)}.${name}`;
}

/** What the names of our cookies begin with. */
export function prefixOf(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${cookiePrefix}` : cookiePrefix;
}

/** The session's token as `readSignedCookie` finds it, under the name of today or the one before. */
export function readSessionCookie(
  cookieHeader: string | undefined,
  secret: string,
  publicUrl: string,
): string | null {
  const token = readSignedCookie(cookieHeader, secret, sessionCookieName(publicUrl));
  const earlier = earlierCookieName(publicUrl);
  return token ?? (earlier && readSignedCookie(cookieHeader, secret, earlier));
}

/**
 * What a cookie in a `Cookie` header says, when we signed it. Says nothing about whether the session or challenge that
 * it names still exists: of a session that is answered in the transaction that reads the request's rows.
 */
export function readSignedCookie(
  cookieHeader: string | undefined,
  secret: string,
  cookieName: string,
): string | null {
  const value = cookieHeader && findCookie(cookieHeader, cookieName);
  if (!value) return null;
  const [token, signature, ...more] = value.split(".");
  if (!token || !signature || more.length > 0) return null;
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

export function findCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals === -1 || pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
