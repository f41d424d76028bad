import { expect, test } from "vitest";
import { describeUserAgent } from "./user-agent.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    { browser: "Firefox", system: "Windows", device: "desktop" },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    { browser: "Safari", system: "iOS", device: "phone" },
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    { browser: "Chrome", system: "Linux", device: "desktop" },
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    { browser: "Microsoft Edge", system: "macOS", device: "desktop" },
  ],
  ["", { browser: null, system: null, device: null }],
  ["\u0000<script>", { browser: null, system: null, device: null }],
])("%s is told in words", (userAgent, device) => {
  expect(describeUserAgent(userAgent)).toEqual(device);
});

test("only known words come out, whatever a browser calls itself", () => {
  const { browser } = describeUserAgent("<img src=x>/1.0 (nothing)");
  expect(browser === null || /^[\w .<>=]*$/.test(browser)).toBe(true);
});
