import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";

test("the product answers in a browser, and says that it is healthy", async () => {
  const page = await openPage();
  const answer = await page.goto("/healthz");
  expect(answer?.status()).toBe(200);
});
