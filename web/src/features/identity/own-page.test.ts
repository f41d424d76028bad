import { expect, test } from "vitest";
import { ownPage } from "./own-page.ts";

const origin = "https://toetssteen.example";

test("a page of this site is gone to, with all that belongs to its address", () => {
  expect(ownPage("/o/1/zelfevaluatie/4?toon=alles#indicator-4.1", origin)).toBe(
    "/o/1/zelfevaluatie/4?toon=alles#indicator-4.1",
  );
});

test.each([
  "//elders.example/",
  "/\\elders.example/",
  "/\t/elders.example/",
  "\n//elders.example/",
  "https://elders.example/",
  "javascript:alert(1)",
  "o/1",
  "",
  7,
  undefined,
])("%j leads elsewhere or nowhere, so it is not gone to", (value) => {
  expect(ownPage(value, origin)).toBeNull();
});

test("a path cannot become another site's address on the way", () => {
  expect(ownPage("/elders.example//", origin)).toBe("/elders.example//");
  expect(ownPage("/a/..//elders.example", origin)).toBeNull();
});
