import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { vechtermark } from "./pages.table.ts";
import { Answer, openAs, openAt, openNormAs } from "./waterlinie.ts";

test("half a word, typed after the key /, is found and leads to where it stands", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  await new Answer(page, "4.3").write("Het Brâmeltjesconvenant noemt wat ieder doet.");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await field.and(page.locator(":focus")).waitFor();
  expect(await findFaults(page)).toEqual([]);

  await page.keyboard.type("meltjesc ieder");
  await page.getByText("Gevonden op één plek").waitFor();
  expect(await page.locator("mark").allTextContents()).toEqual(["meltjesc", "ieder"]);
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/zelfevaluatie\/4#veld-4\.3-answer$/);
  // One can write on at once.
  await new Answer(page, "4.3").text.and(page.locator(":focus")).waitFor();
  expect(await new Answer(page, "4.3").text.inputValue()).toContain("Brâmeltjesconvenant");

  await page.goBack();
  await page.getByText("Gevonden op één plek").waitFor();
  expect(await field.inputValue()).toBe("meltjesc ieder");
});

test("what the norms say themselves is found, and so are people", async () => {
  const page = await openAs("Ruud Jansma");
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await field.fill("partners");
  const norms = page.getByRole("region", { name: "In de normen zelf" });
  await norms.getByRole("link", { name: "4.4" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await norms.getByRole("link", { name: "4.4" }).press("Enter");
  await page.waitForURL(/\/zelfevaluatie\/4#indicator-4\.4$/);

  await page.goBack();
  await field.fill("hanna");
  const people = page.getByRole("region", { name: "Mensen", exact: true });
  await people.getByRole("link", { name: /^Hanna / }).press("Enter");
  await page.waitForURL(/\/mensen\?zoek=Hanna/);
  await page.getByRole("heading", { level: 1, name: "Mensen" }).waitFor();
});

test("what is nowhere, and a connection that is gone, are told without losing what was typed", async () => {
  const page = await openAt("Ruud Jansma", "/", { viewport: { width: 390, height: 844 } });
  await page.getByRole("link", { name: "Zoek" }).click();
  const field = page.getByRole("searchbox");
  await field.fill("xyzzyx");
  await page.getByText("Niets gevonden voor ‘xyzzyx’").waitFor();
  await page.route("**/graphql", (route) => route.abort());
  await field.fill("xyzzyxy");
  await page.getByText("Er is nu geen verbinding, dus zoeken lukt niet.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await page.getByText("Niets gevonden voor ‘xyzzyxy’").waitFor();
  expect(await field.inputValue()).toBe("xyzzyxy");
});

test("letters typed while the first are being looked for stay", async () => {
  const page = await openAt("Pieter-Bas Wolters", `${vechtermark}/bewijsstukken`);
  const field = page.getByRole("searchbox", { name: "Zoek op naam" });
  const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    "**/graphql",
    async (route) => {
      asked.resolve();
      await held.promise;
      await route.continue();
    },
    { times: 1 },
  );
  await field.pressSequentially("jaarp");
  await asked.promise;
  // The answer comes while somebody goes on.
  held.resolve();
  await field.pressSequentially("lan", { delay: 100 });
  await page.waitForURL(/\?zoek=jaarplan$/);
  expect(await field.inputValue()).toBe("jaarplan");
});
