import type { IncomingHttpHeaders } from "node:http";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every POST and PUT;
 * a client that sends neither it nor fetch metadata is no browser, so nobody's cookies can have been borrowed.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers["sec-fetch-site"];
    return site === undefined || site === "same-origin" || site === "none";
  }
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  const own = new URL(publicUrl);
  if (given.origin === own.origin) return true;
  const bothLocal = loopbackNames.has(given.hostname) && loopbackNames.has(own.hostname);
  return bothLocal && given.protocol === own.protocol && given.port === own.port;
}
