import { expect, test } from "vitest";
import { readProxies } from "./proxies.ts";

test.each([
  ["loopback", ["127.0.0.1", "::1", "127.9.9.9", "::ffff:127.0.0.1"], ["10.0.0.1", "192.168.1.1"]],
  ["uniquelocal", ["10.0.0.1", "172.18.0.3:5000", "[fd00::1]:80"], ["127.0.0.1", "172.32.0.1"]],
  ["10.1.0.0/16, 203.0.113.9", ["10.1.2.3", "203.0.113.9"], ["10.2.0.1", "203.0.113.8", "x", ""]],
  ["loopback,2001:db8::/32", ["2001:db8::9", "127.0.0.1"], ["2001:db9::9"]],
  ["", [], ["127.0.0.1", "10.0.0.1"]],
])("%j names who is believed, and nobody else", (list, believed, others) => {
  const isProxy = readProxies(list);
  expect(believed.map((one) => isProxy?.(one))).toEqual(believed.map(() => true));
  expect(others.map((one) => isProxy?.(one))).toEqual(others.map(() => false));
});

test.each(["everybody", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0", "*", "true"])(
  "%s names nobody",
  (list) => {
    expect(readProxies(list)).toBeNull();
  },
);
