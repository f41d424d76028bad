import type { IncomingMessage } from "node:http";
import { readSignedCookie, sessionCookieName } from "@toetssteen/server/identity/cookie";

const secret = process.env["SESSION_SECRET"] ?? "";
const cookieName = sessionCookieName("http://127.0.0.1");

/** The session that a request is signed with; null without a cookie of ours. */
export function readToken({ headers }: IncomingMessage): string | null {
  return readSignedCookie(headers.cookie, secret, cookieName);
}

/** The settings that our row security asks for, from the same cookie and header as the product takes them. */
export function whoAsks(request: IncomingMessage): {
  "app.principal": string;
  "app.hat": string;
  "app.subject": string;
} {
  const token = readToken(request);
  const hat = String(request.headers["x-hat"] ?? "").replace(/^organisation:/, "");
  return {
    "app.principal": token === null ? "" : `session:${token}`,
    "app.hat": hat,
    "app.subject": hat,
  };
}
