import fc from "fast-check";
import { expect, test } from "vitest";
import { linkRuns } from "./links.ts";

const links = (text: string) =>
  linkRuns(text).flatMap((run) => (run.kind === "link" ? [[run.words, run.address]] : []));

test.each([
  [
    "Zie https://bieb.example/a?b=1&c=%20d, en meer",
    "https://bieb.example/a?b=1&c=%20d",
    "https://bieb.example/a?b=1&c=%20d",
  ],
  ["(www.bieb.example).", "www.bieb.example", "https://www.bieb.example"],
  ["mailto:a@bieb.example!", "mailto:a@bieb.example", "mailto:a@bieb.example"],
  [
    "https://x.example/Plan_(2026)",
    "https://x.example/Plan_(2026)",
    "https://x.example/Plan_(2026)",
  ],
])("in %j the address is a link", (text, words, address) => {
  expect(links(text)).toEqual([[words, address]]);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "ahttps://x.example",
  "https://",
  "file:///x",
  "/o/1",
])("%s is no link", (text) => {
  expect(links(text)).toEqual([]);
});

test("the words are all there, whatever is in them", () => {
  const parts = fc.constantFrom(
    "https://",
    "www.",
    "mailto:",
    "a",
    ".",
    ")",
    "(",
    " ",
    "\n",
    "é",
    "👍",
  );
  fc.assert(
    fc.property(fc.array(parts), (some) => {
      const text = some.join("");
      expect(
        linkRuns(text)
          .map(({ words }) => words)
          .join(""),
      ).toBe(text);
    }),
  );
});
