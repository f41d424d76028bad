import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { Answer, openAt } from "./waterlinie.ts";

/** Pages of the demo's organisations. The other browser tests work at Waterlinie, these at De Leesvaart. */
const leesvaart = "/o/0199a000-0000-7000-8000-000000000002";
const delta = "/o/0199a000-0000-7000-8000-000000000003";
const toetskamer = "/o/0199a000-0000-7000-8000-000000000004";

test("4.4 goes when a library stops its IDO, and comes back as it was", async () => {
  const page = await openAt("Marit de Wit", `${leesvaart}/profiel`);
  await chooseIdo(page, "Ja");
  await page.getByText("4.4 komt erbij").waitFor();
  await save(page);
  await page.goto(`${leesvaart}/zelfevaluatie/4`);
  const answer = new Answer(page, "4.4");
  await answer.choose("Nee");
  await answer.write("De gemeente verwijst, wij vangen op.");

  await page.getByRole("button", { name: "Bibliotheek en mensen" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Bibliotheekprofiel" }).click();
  await chooseIdo(page, "Nee");
  await page.getByText("4.4 verdwijnt uit beeld").waitFor();
  await save(page);
  await page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }).click();
  await new Answer(page, "4.3").section.waitFor();
  expect(await answer.section.count()).toBe(0);

  await page.goto(`${leesvaart}/profiel`);
  await chooseIdo(page, "Ja");
  await save(page);
  await page.goto(`${leesvaart}/zelfevaluatie/4`);
  await answer.section.waitFor();
  expect(await answer.text.inputValue()).toBe("De gemeente verwijst, wij vangen op.");
  expect(await answer.verdict("Nee").isChecked()).toBe(true);

  await page.goto(`${leesvaart}/profiel`);
  await page.getByText("van nee naar ja").first().waitFor();
  await chooseIdo(page, "Nee");
  await save(page);

  // A link to it that somebody kept says why it leads nowhere.
  await page.goto(`${leesvaart}/zelfevaluatie/4#indicator-4.4`);
  await page.getByText("Indicator 4.4 staat hier niet.").waitFor();
  await page.goto(`${leesvaart}/zelfevaluatie/4#indicator-4.3`);
  await new Answer(page, "4.3").section.waitFor();
  expect(await page.getByText("staat hier niet.").count()).toBe(0);
});

test("of two people who change the profile at once, the second one chooses", async () => {
  const page = await openAt("Marit de Wit", `${leesvaart}/profiel`);
  const other = await openAt("Marit de Wit", `${leesvaart}/profiel`);
  const locations = (one: Page) => one.getByLabel("Hoeveel vestigingen hebben jullie?");
  await locations(page).fill("5");
  await locations(other).fill("4");
  await save(other);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByRole("heading", { name: "Iemand anders veranderde dit ook" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Laat staan wat er nu staat" }).click();
  expect(await locations(page).inputValue()).toBe("4");
});

test("an adviser sees a library for as long as the library lets them", async () => {
  const library = await openAt("Marit de Wit", `${leesvaart}/meekijken`);
  const adviser = await openAt("Jorrit Bakema", `${delta}/leden?zoek=leesvaart`);
  const row = adviser.getByRole("row", { name: /De Leesvaart/ });
  expect(await row.count()).toBe(0);

  await library.getByRole("button", { name: "Laat meekijken" }).click();
  await library.getByText("Kies eerst welke organisatie mag meekijken.").waitFor();
  await library.getByLabel("Welke organisatie mag meekijken?").selectOption("Steunpunt Delta");
  await library.getByRole("button", { name: "Laat Steunpunt Delta meekijken" }).click();
  await library.getByText("kijkt mee sinds").waitFor();
  await adviser.reload();
  await row.waitFor();
  expect(await findFaults(adviser)).toEqual([]);

  await library.getByRole("button", { name: "Stop meekijken door Steunpunt Delta" }).click();
  await library.getByText("kijkt niet meer mee").first().waitFor();
  expect(await findFaults(library)).toEqual([]);
  await adviser.reload();
  await adviser.getByRole("heading", { level: 1, name: "Leden" }).waitFor();
  expect(await row.count()).toBe(0);

  await library.goto(`${leesvaart}/inzage?wie=meekijkers`);
  await library.getByText("bekeek hoe ver jullie per norm zijn").first().waitFor();
  expect(await library.getByText("Jorrit Bakema").count()).toBeGreaterThan(0);
});

test("an auditor reads what was handed in, while the mandate runs and not after", async () => {
  const library = await openAt("Marit de Wit", `${leesvaart}/zelfevaluatie/4`);
  for (const code of ["4.3", "4.2", "4.1"]) await answerJa(library, code);
  const second = new Answer(library, "4.2");
  await second.write("Zo schreven we het bij het indienen.");
  await library.getByRole("button", { name: "Dien norm 4 in" }).click();
  const asking = library.getByRole("dialog", { name: "Norm 4 indienen?" });
  await asking.getByText(/^Tekst: .*4\.2/).waitFor();
  await asking.getByText("Niet op ‘klaar’ gezet:").waitFor();
  expect(await findFaults(library)).toEqual([]);
  await library.getByRole("button", { name: "Ja, dien norm 4 in" }).click();
  await library.getByText("Ingediend op").waitFor();
  await second.write("Dit schreven we later.");
  await library.getByText("Daarna is hier nog iets veranderd").waitFor();

  const office = await openAt("Eva Lindhout", `${toetskamer}`);
  await office.getByRole("link", { name: /geef een opdracht voor norm 4/ }).click();
  await office.getByLabel("Tot en met").fill(inAWeek());
  await office.getByRole("button", { name: "Geef de opdracht" }).click();
  await office.getByText("Kies een auditor.").waitFor();
  await office.getByLabel("Auditor", { exact: true }).selectOption("Marit de Wit");
  await office.getByRole("button", { name: "Geef de opdracht" }).click();
  await office.getByText("Deze auditor hoort zelf bij deze bibliotheek").waitFor();
  await office.getByLabel("Auditor", { exact: true }).selectOption("Wim Oosterhuis");
  await office.getByRole("button", { name: "Geef de opdracht" }).click();
  const submitted = office.getByRole("region", { name: "De Leesvaart" });
  await submitted.getByText("leest nu").waitFor();
  expect(await findFaults(office)).toEqual([]);

  const auditor = await openAt("Wim Oosterhuis", toetskamer);
  await auditor.getByRole("link", { name: /lees wat De Leesvaart indiende/ }).click();
  await auditor.getByText("Zo schreven we het bij het indienen.").waitFor();
  expect(await auditor.getByText("Dit schreven we later.").count()).toBe(0);
  await auditor.getByText("Hoe weet ik dat dit klopt?").click();
  await auditor.getByText("de vingerafdruk klopt").waitFor();
  expect(await findFaults(auditor)).toEqual([]);

  await library.getByRole("button", { name: "Dien norm 4 opnieuw in" }).click();
  await library.getByRole("button", { name: "Ja, dien norm 4 in" }).click();
  await library.getByText("Er is niets nieuws om in te dienen").waitFor();
  await library.getByText("1 eerdere versie, vervangen").waitFor();
  await office.reload();
  await submitted.getByText("De opdracht van Wim Oosterhuis gaat nog over die versie").waitFor();
  await submitted.getByText("Eerdere versies (1)").click();
  expect(await findFaults(office)).toEqual([]);

  await submitted.getByRole("button", { name: /^Trek in/ }).click();
  await submitted.getByText("ingetrokken op").waitFor();
  await auditor.reload();
  await auditor.getByRole("heading", { name: "Deze opdracht is gesloten" }).waitFor();
  expect(await auditor.getByText("Zo schreven we het").count()).toBe(0);

  await library.goto(`${leesvaart}/inzage?wie=auditors`);
  await library.getByText("las een ingediende norm").first().waitFor();
});

test("navigation offers what a hat can open", async () => {
  const links = async (name: string, address: string) => {
    const page = await openAt(name, address);
    return page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link").allInnerTexts();
  };
  expect(await links("Jorrit Bakema", delta)).toEqual(["Vandaag", "Leden", "Mensen"]);
  expect(await links("Eva Lindhout", toetskamer)).toEqual(["Vandaag", "Planning", "Mensen"]);
  expect(await links("Marit de Wit", toetskamer)).toEqual(["Vandaag", "Mensen"]);
});

async function chooseIdo(page: Page, name: "Ja" | "Nee"): Promise<void> {
  const group = page.getByRole("radiogroup", { name: "Informatiepunt Digitale Overheid" });
  await group.locator("label").filter({ hasText: name }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByRole("button", { name: "Maak ongedaan" }).waitFor();
}

/** Where another test answered already, that stays. */
async function answerJa(page: Page, code: string): Promise<void> {
  const answer = new Answer(page, code);
  await answer.section.waitFor();
  if (await answer.section.getByRole("radio", { checked: true }).count()) return;
  await answer.choose("Ja");
  await answer.saved();
}

function inAWeek(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
