import { expect, test } from "vitest";
import { routes, visits } from "./pages.table.ts";
import { testPages } from "./usable.ts";

test("every page that the router knows is visited, here or beside", () => {
  expect(Object.keys(visits).sort()).toEqual(routes());
});

testPages((route) => !route.startsWith("/o/$organisation/"));
