import { createHmac, timingSafeEqual } from "node:crypto";

/** Own name, because cookies of one host are shared by every port: another product on 127.0.0.1 must not overwrite ours. */
export const cookiePrefix = "toetssteen";

/** The name under which better-auth sets the session cookie; browsers refuse a `__Secure-` cookie over plain HTTP. */
export function sessionCookieName(publicUrl: string): string {
  const name = `${cookiePrefix}.session_token`;
  return publicUrl.startsWith("https:") ? `__Secure-${name}` : name;
}

/**
 * The session token in a `Cookie` header, when we signed it. Says nothing about whether the session still exists: that
 * is answered in the transaction that reads the request's rows.
 */
export function readSessionToken(
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

function findCookie(header: string, name: string): string | undefined {
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
