import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readSignedCookie, sessionCookieName } from "./cookie.ts";

// That these are the cookies better-auth really sets is proved in http.db.test.ts.
const secret = "a secret of the tests, long enough to sign with";
const name = sessionCookieName("http://127.0.0.1:4000");
const token = "K3kqV0mJxqv1b8c6E2nTf9sRzWyLpHaD";

function signed(value: string, key = secret): string {
  return encodeURIComponent(`${value}.${createHmac("sha256", key).update(value).digest("base64")}`);
}

function read(header: string | undefined): string | null {
  return readSignedCookie(header, secret, name);
}

test("a cookie that we signed names its session, wherever it stands in the header", () => {
  expect(read(`${name}=${signed(token)}`)).toBe(token);
  expect(read(`theme=dark; ${name}=${signed(token)};other=1`)).toBe(token);
});

test.each([
  ["no header", undefined],
  ["an empty header", ""],
  ["other cookies only", "theme=dark"],
  ["a name that ends like ours", `my.${name}=${signed(token)}`],
  ["the name for https", `__Secure-${name}=${signed(token)}`],
  ["an empty cookie", `${name}=`],
  ["a token without a signature", `${name}=${token}`],
  ["a token with an empty signature", `${name}=${token}.`],
  [
    "a signature made with another secret",
    `${name}=${signed(token, "another secret that is quite long enough too")}`,
  ],
  ["another token with this signature", `${name}=${signed(token).replace("K", "L")}`],
  ["a signature cut short", `${name}=${signed(token).slice(0, -12)}`],
  ["something after the signature", `${name}=${signed(token)}.more`],
  ["a broken escape", `${name}=%E0%A4%A`],
])("%s names no session", (_what, header) => {
  expect(read(header)).toBeNull();
});
