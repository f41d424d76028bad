import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { Answer, openAs, openNormAs } from "./waterlinie.ts";

/** A box of a part, by its name on the page. */
function box(page: Page, name: string, part: string): Locator {
  return page.getByRole("textbox", { name: `${name} (${part})`, exact: true });
}

async function write(page: Page, text: Locator, words: string): Promise<void> {
  const written = page.waitForResponse(async (answer) =>
    (await answer.text().catch(() => "")).includes("PassageWritten"),
  );
  await text.fill(words);
  await text.blur();
  await written;
}

test("what belongs to a nee is kept while the answer is ja, and is there again with the nee", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.4");
  await answer.choose("Nee");
  const nee = answer.section.getByRole("group", { name: "Toelichting op de nee bij 4.4" });
  await nee.locator("label").filter({ hasText: "Risico aanvaard" }).click();
  const why = `Er is nog geen gesprek geweest. ${Date.now()}`;
  await write(page, box(page, "Gevolgen en risico’s", "4.4"), why);
  const planned = page.waitForResponse(async (reply) => (await reply.text()).includes("PlanSet"));
  await nee.getByLabel("Wie voert het plan uit?").selectOption("Sanne Vermeulen");
  await planned;
  await nee.getByLabel("Af vóór").fill("2027-03-01");
  await nee.getByLabel("Af vóór").blur();
  await answer.choose("Ja");
  await nee.waitFor({ state: "detached" });
  await answer.saved();
  await page.reload();
  await answer.choose("Nee");
  expect(await nee.getByRole("radio", { name: "Risico aanvaard" }).isChecked()).toBe(true);
  expect(await box(page, "Gevolgen en risico’s", "4.4").inputValue()).toBe(why);
  expect(await nee.getByLabel("Af vóór").inputValue()).toBe("01-03-2027");
  const owner = nee.getByLabel("Wie voert het plan uit?").locator("option:checked");
  expect(await owner.textContent()).toBe("Sanne Vermeulen");
  expect(await findFaults(page)).toEqual([]);
});

test("a norm without indicators has its boxes too, and a link leads to one of them", async () => {
  const page = await openNormAs("Noor Dekker", "6");
  const text = `We meten het ieder kwartaal. ${Date.now()}`;
  await write(page, box(page, "Feiten", "6.V3"), text);
  await page
    .getByRole("list", { name: "Op deze pagina" })
    .getByRole("link", { name: "V3" })
    .click();
  expect(new URL(page.url()).hash).toBe("#question-6.V3");
  await page.reload();
  expect(await box(page, "Feiten", "6.V3").inputValue()).toBe(text);
});

test("two people in one box see both texts and lose neither", async () => {
  const noor = await openNormAs("Noor Dekker", "3");
  await write(noor, box(noor, "Feiten", "3"), "Er zijn teams in drie wijken.");
  const hanna = await openNormAs("Hanna Prins", "3");
  const [theirs, mine] = ["Er zijn teams in vier wijken.", "Er zijn teams in vijf wijken."];
  await write(noor, box(noor, "Feiten", "3"), theirs);
  await box(hanna, "Feiten", "3").fill(mine);
  await box(hanna, "Feiten", "3").blur();
  const clash = hanna.getByRole("region", { name: "Noor Dekker schreef hier ook" });
  await clash.getByText("vier").waitFor();
  expect(await box(hanna, "Feiten", "3").inputValue()).toBe(mine);
  expect(await findFaults(hanna)).toEqual([]);
  await clash.getByRole("button", { name: "Houd allebei" }).click();
  await clash.waitFor({ state: "detached" });
  expect(await box(hanna, "Feiten", "3").inputValue()).toBe(`${theirs} ${mine}`);
});

test("whom a norm was discussed with can be added, changed, taken away and put back", async () => {
  const page = await openNormAs("Noor Dekker", "5");
  const rows = page.getByRole("list", { name: "Besproken met" });
  await page.getByRole("button", { name: "Voeg een gesprek toe" }).click();
  const form = page.getByRole("form", { name: "Voeg een gesprek toe" });
  await form.getByRole("button", { name: "Bewaar" }).click();
  await form.getByText("Vul in met wie.").waitFor();
  await form.getByLabel("Met wie?").fill("De leesconsulenten");
  await form.getByLabel("Wanneer?").fill("2026-11-03");
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await rows.getByText("3 november 2026").waitFor();
  await rows.getByRole("button", { name: "Wijzig De leesconsulenten" }).click();
  await page.getByLabel("Met wie?").fill("Het leesteam");
  await page.keyboard.press("Enter");
  await rows.getByRole("button", { name: "Haal weg Het leesteam" }).click();
  await rows.getByText("Het leesteam is weggehaald.").waitFor();
  await page.keyboard.press("Enter");
  await rows.getByRole("button", { name: "Wijzig Het leesteam" }).waitFor();
  await page.reload();
  await rows.getByRole("button", { name: "Wijzig Het leesteam" }).waitFor();
  expect(await rows.getByRole("listitem").count()).toBe(1);
});

test("what goes for all norms is written once, one click from home", async () => {
  const page = await openAs("Noor Dekker");
  await page.getByRole("link", { name: "Ambities en knelpunten" }).click();
  await page.getByRole("heading", { level: 1, name: "Ambities en knelpunten" }).waitFor();
  const text = `Iedereen in het gebied kan meedoen. ${Date.now()}`;
  await write(page, page.getByRole("textbox", { name: "Ambities" }), text);
  expect(await findFaults(page)).toEqual([]);
  await page.reload();
  expect(await page.getByRole("textbox", { name: "Ambities" }).inputValue()).toBe(text);
});

test("bold words and a list are written with the keyboard, and shown as they will be read", async () => {
  const page = await openNormAs("Noor Dekker", "7");
  const text = box(page, "Eigen beeld", "7");
  await text.click();
  await page.getByRole("toolbar", { name: "Opmaak" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await text.fill("");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("Goed");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- taal");
  await page.keyboard.press("Enter");
  await page.keyboard.type("cultuur");
  expect(await text.inputValue()).toBe("**Goed**\n- taal\n- cultuur");
  await page.keyboard.press("Tab");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await text.inputValue()).toBe("**Goed**\n- taal\n1. cultuur");
  await page.keyboard.press("Control+z");
  expect(await text.inputValue()).toBe("**Goed**\n- taal\n- cultuur");
  await text.blur();
  await page.getByText("Goed", { exact: true }).and(page.locator("strong")).waitFor();

  const reader = await openNormAs("Ruud Jansma", "7");
  expect(
    await reader
      .getByRole("listitem")
      .filter({ hasText: /^cultuur$/ })
      .count(),
  ).toBe(1);
});
