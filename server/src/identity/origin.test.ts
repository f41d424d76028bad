import { expect, test } from "vitest";
import { isOwnOrigin } from "./origin.ts";

const hosted = "https://toetssteen.example";
const local = "http://127.0.0.1:4000";

test.each([
  ["our own page", hosted, { origin: "https://toetssteen.example" }, true],
  ["our page under another name of this machine", local, { origin: "http://localhost:4000" }, true],
  ["our page on this machine, in IPv6", local, { origin: "http://[::1]:4000" }, true],
  ["a program, which sends no origin", hosted, {}, true],
  ["an address typed by hand", hosted, { "sec-fetch-site": "none" }, true],
  ["another site", hosted, { origin: "https://elders.example" }, false],
  [
    "a site whose name begins like ours",
    hosted,
    { origin: "https://toetssteen.example.elders.example" },
    false,
  ],
  ["a subdomain of ours", hosted, { origin: "https://a.toetssteen.example" }, false],
  ["our name without https", hosted, { origin: "http://toetssteen.example" }, false],
  ["our name on another port", hosted, { origin: "https://toetssteen.example:8443" }, false],
  ["another port of this machine", local, { origin: "http://localhost:4001" }, false],
  ["this machine, when we are hosted", hosted, { origin: "https://localhost" }, false],
  ["a sandboxed page, whose origin is null", hosted, { origin: "null" }, false],
  ["another site that hides its origin", hosted, { "sec-fetch-site": "cross-site" }, false],
  ["a neighbouring site that hides its origin", hosted, { "sec-fetch-site": "same-site" }, false],
])("%s", (_who, publicUrl, headers, own) => {
  expect(isOwnOrigin(headers, publicUrl)).toBe(own);
});
