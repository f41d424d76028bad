import { expect, test } from "vitest";
import { countBytes, overweight } from "../bench/web/page-bytes.ts";
import { measuredPages } from "../bench/web/pages.ts";
import { openPage, origin } from "../support/browser.ts";
import { enterAs } from "./waterlinie.ts";

test.each(measuredPages)(
  "what a browser fetches for $name is what was agreed",
  async ({ who, path, route, sees }) => {
    const page = await openPage();
    await enterAs(page, who);
    const bytes = await countBytes(page, path, sees);
    expect(bytes.first.scripts).toBeGreaterThan(100_000);
    expect(overweight(bytes, route)).toEqual([]);
  },
);

test("a browser that reads no brotli gets the pages as they are", async () => {
  const [plain, small] = await Promise.all(
    ["identity", "br"].map((encoding) =>
      fetch(new URL("/theme.js", origin()), { headers: { "accept-encoding": encoding } }),
    ),
  );
  expect(plain?.headers.get("content-encoding")).toBeNull();
  expect(small?.headers.get("content-encoding")).toBe("br");
  expect(plain?.headers.get("vary")).toContain("accept-encoding");
  expect(await small?.text()).toBe(await plain?.text());
  expect((await fetch(new URL("/theme.js.br", origin()))).status).toBe(404);
});
