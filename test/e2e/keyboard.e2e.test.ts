import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoAccounts, openPage } from "../support/browser.ts";
import { Answer, openAs } from "./waterlinie.ts";

test("the pages do nothing that the content security policy refuses, and no errors", async () => {
  const page = await openPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto("/aanmelden");
  await page.getByRole("button", { name: /^Marit de Wit/ }).click();
  await page.getByRole("link", { name: /De Leesvaart/ }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }).click();
  const answer = new Answer(page, "4.1");
  await answer.choose("Ja");
  await answer.saved();
  await page.getByRole("button", { name: /De Leesvaart/ }).click();
  await page.getByRole("menuitemradio").first().waitFor();
  expect(complaints).toEqual([]);
});

test("with the keyboard alone one signs in, answers, looks for a document and comes back", async () => {
  const page = await openPage();
  const { keyboard } = page;
  await page.goto("/aanmelden");
  await page.getByRole("heading", { name: "Kijk rond als" }).waitFor();
  const aisha = (await demoAccounts()).find(({ name }) => name === "Aisha Benali");
  await tabTo(page, page.getByLabel("E-mailadres"));
  await keyboard.type(aisha?.email ?? "");
  await tabTo(page, page.getByRole("textbox", { name: "Wachtwoord" }));
  await keyboard.type(aisha?.password ?? "");
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
  await keyboard.press("Tab");
  expect(await focused(page)).toBe("Naar de inhoud");
  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }));
  await keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("Samenwerking");
  expect(await page.title()).toBe("Samenwerking · Toetssteen");

  const answer = new Answer(page, "4.1");
  await tabTo(page, answer.verdict("Ja"));
  await keyboard.press("Space");
  expect(await answer.verdict("Ja").isChecked()).toBe(true);
  await keyboard.press("ArrowRight");
  expect(await answer.verdict("Nee").isChecked()).toBe(true);
  await tabTo(page, answer.text);
  await keyboard.type("Welke partner waarbij hoort, is gegroeid.");
  await answer.saved();

  const opener = answer.section.getByRole("button", { name: "Koppel een bewijsstuk" });
  await tabTo(page, opener);
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Welk bewijsstuk hoort bij 4.1?" });
  await dialog.locator(":focus").waitFor();
  await keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => isFocused(opener)).toBe(true);

  await page.goBack();
  await expect.poll(() => focused(page)).toBe("Vandaag");
});

test("on a narrow screen the menu opens, closes on Escape and goes where one wants", async () => {
  const page = await openAs("Noor Dekker", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Menu");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Middelen" }).click();
  await page.getByRole("heading", { level: 1, name: "Middelen" }).waitFor();
  expect(await page.getByRole("button", { name: "Menu" }).getAttribute("aria-expanded")).toBe(
    "false",
  );
});

test("English is spoken at once, and the choice is remembered", async () => {
  const page = await openAs("Noor Dekker");
  await page.locator("label").filter({ hasText: "English" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Cooperation" }).click();
  await page.getByRole("heading", { level: 1, name: "Cooperation" }).waitFor();
  await page.reload();
  await page.getByText("Next step:").waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
});

/** Goes on with the Tab key until something has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isFocused(goal)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key doesn't come to ${String(goal)}`);
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.textContent ?? null);
}
