import { describe, expect, test } from "vitest";
import { createDevices } from "./devices.ts";

const secret = "a secret of the tests, long enough to sign with";
const publicUrl = "https://toetssteen.example";
const devices = createDevices({ secret, publicUrl });
const [noor, yvonne] = ["noor@waterlinie.example", "yvonne@waterlinie.example"];

/** What the browser sends back. */
const cookieOf = (header: string | null) => header?.split(";")[0] ?? "";

describe("a device", () => {
  test("knows who signed in on it, and nobody else", () => {
    const cookie = cookieOf(devices.remember(undefined, noor));
    expect(devices.find(`theme=dark; ${cookie}`, noor)).toMatch(/^[\w-]{16}$/);
    expect(devices.find(cookie, yvonne)).toBeNull();
    expect(devices.find(undefined, noor)).toBeNull();
  });

  test("knows several people, each by an id of their own, and says who nobody is", () => {
    const first = cookieOf(devices.remember(undefined, noor));
    const both = cookieOf(devices.remember(first, yvonne));
    expect(devices.find(both, noor)).toBe(devices.find(first, noor));
    expect(devices.find(both, yvonne)).not.toBe(devices.find(both, noor));
    expect(devices.remember(both, noor)).toBeNull();
    expect(both).not.toMatch(/noor|yvonne|waterlinie/);
  });

  test("forgets the first of very many", () => {
    let cookie = cookieOf(devices.remember(undefined, noor));
    for (let count = 0; count < 8; count += 1)
      cookie = cookieOf(devices.remember(cookie, `${count}@waterlinie.example`));
    expect(devices.find(cookie, noor)).toBeNull();
    expect(devices.find(cookie, "0@waterlinie.example")).not.toBeNull();
    expect(cookie.length).toBeLessThan(700);
  });

  test("is known by a cookie that scripts and neighbours can't touch", () => {
    expect(devices.remember(undefined, noor)).toMatch(
      /^__Host-toetssteen\.device=[\w.~-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const local = createDevices({ secret, publicUrl: "http://127.0.0.1:4000" });
    expect(local.remember(undefined, noor)).toMatch(/^toetssteen\.device=.*SameSite=Lax$/);
  });
});

test("what somebody made up is no device", () => {
  const cookie = cookieOf(devices.remember(undefined, noor));
  const [name = "", value = ""] = cookie.split("=");
  const [id = "", signature = ""] = value.split(".");
  const other = createDevices({ secret: "another secret that is quite long enough", publicUrl });
  for (const made of [
    "",
    id,
    `${id}.`,
    `${"A".repeat(16)}.${signature}`,
    `${id}.${"A".repeat(43)}`,
    `${id}.${signature}x`,
    cookieOf(other.remember(undefined, noor)).split("=")[1],
    `${"~".repeat(10)}${value}`,
  ])
    expect(devices.find(`${name}=${made}`, noor)).toBeNull();
  expect(devices.find(cookie, noor)).toBe(id);
});
