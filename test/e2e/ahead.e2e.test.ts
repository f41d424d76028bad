import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { enterAs, waterlinie } from "./waterlinie.ts";

/** Names of what the page asks the server, in their order. */
function noteQuestions(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string };
    if (operationName !== undefined) asked.push(operationName);
  });
  return asked;
}

test.each([
  ["zelfevaluatie/4", "Samenwerking", ["Viewer", "Overview", "NormPage", "NormMargin"]],
  ["bewijsstukken", "Bewijsstukken", ["Viewer", "Overview"]],
])(
  "what %s needs is asked for ahead of its scripts, in Dutch and in English, and not again",
  async (path, heading, expected) => {
    const page = await openPage();
    await enterAs(page, "Noor Dekker");
    const asked = noteQuestions(page);
    // As long as the scripts of the page are on their way.
    const holding = Promise.withResolvers<void>();
    await page.route("**/assets/*.js", async (route) => {
      const isAhead = route.request().resourceType() === "script";
      if (isAhead && asked.length === 0) return route.continue();
      await holding.promise;
      await route.continue();
    });
    await page.goto(`${waterlinie}/${path}`, { waitUntil: "commit" });
    await expect.poll(() => asked).toEqual(expected);
    holding.resolve();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.waitForLoadState("networkidle");
    for (const one of expected) expect(asked.filter((name) => name === one)).toEqual([one]);

    await page.locator("label").filter({ hasText: "English" }).first().click();
    // The texts of the norm come in the other language, and after them nothing more.
    await expect.poll(() => asked.filter((name) => name === expected.at(-1)).length).toBe(2);
    await page.waitForLoadState("networkidle");
    const before = asked.length;
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const again = asked.slice(before);
    for (const one of expected) expect(again.filter((name) => name === one)).toEqual([one]);
  },
);

test("who isn't signed in gets to sign in, and then what was asked for nobody isn't taken for theirs", async () => {
  const page = await openPage();
  const asked = noteQuestions(page);
  await page.goto(`${waterlinie}/zelfevaluatie/4`);
  await page.getByRole("button", { name: /^Noor Dekker/ }).click();
  await page.getByRole("heading", { level: 1, name: "Samenwerking" }).waitFor();
  expect(asked.filter((name) => name === "NormPage")).toHaveLength(2);
});

test("what was asked for ahead and got lost is asked for again", async () => {
  const page = await openPage();
  await enterAs(page, "Noor Dekker");
  const asked = noteQuestions(page);
  const lost = new Set<string>();
  await page.route("**/graphql", (route) => {
    const body = route.request().postData() ?? "";
    if (lost.has(body)) return route.continue();
    lost.add(body);
    return route.abort();
  });
  await page.goto(`${waterlinie}/zelfevaluatie/4`);
  await page.getByRole("heading", { level: 1, name: "Samenwerking" }).waitFor();
  expect(asked.filter((name) => name === "NormPage")).toHaveLength(2);
});
