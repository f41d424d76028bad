import { describe, expect, test } from "vitest";
import { networkOf } from "./network.ts";

describe("one place is one text, however it is written", () => {
  test.each([
    [
      "203.0.113.9",
      ["203.0.113.9:5000", " 203.0.113.9 ", "::ffff:203.0.113.9", "::FFFF:203.0.113.9"],
    ],
    ["203.0.113.9", ["::ffff:cb00:7109", "[::ffff:203.0.113.9]:443", "0:0:0:0:0:ffff:203.0.113.9"]],
    ["2001:db8:0:7", ["2001:db8:0:7::1", "[2001:db8:0:7::1]", "[2001:db8:0:7:a:b:c:d]:4000"]],
    ["2001:db8:0:7", ["2001:0DB8:0000:0007:ffff:ffff:ffff:ffff", "2001:db8:0:7::192.0.2.1"]],
    ["fe80:0:0:0", ["fe80::1%eth0", "fe80::2", "[fe80::1%25eth0]:80"]],
    ["0:0:0:0", ["::1", "::"]],
    [
      "unknown",
      [
        undefined,
        "",
        "unknown",
        "_hidden",
        "203.0.113.9, 10.0.0.1",
        "203.0.113.999",
        "x".repeat(500),
      ],
    ],
  ])("%s", (network, texts) => {
    expect(texts.map(networkOf)).toEqual(texts.map(() => network));
  });

  test("and another is another", () => {
    expect(networkOf("203.0.113.10")).not.toBe(networkOf("203.0.113.9"));
    expect(networkOf("2001:db8:0:8::1")).not.toBe(networkOf("2001:db8:0:7::1"));
  });
});
