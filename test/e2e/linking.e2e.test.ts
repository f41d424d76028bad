import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { openNormAs } from "./waterlinie.ts";

function beside(page: Page, part: string): Locator {
  return page.getByRole("region", { name: `Bewijsstukken bij ${part}`, exact: true });
}

/** Adds a link beside a part, through the dialog. */
async function addLink(page: Page, part: string, title: string): Promise<void> {
  await beside(page, part).getByRole("button", { name: "Koppel een bewijsstuk" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Voeg een bestand of link toe" }).click();
  await dialog.locator("label").filter({ hasText: "Een link" }).click();
  await dialog.getByLabel("Webadres").fill("https://waterlinie.example/beleid");
  await dialog.getByLabel("Hoe heet het?").fill(title);
  await dialog.getByRole("button", { name: "Voeg toe en koppel" }).click();
  await beside(page, part).getByRole("link", { name: title }).waitFor();
}

test("a document that is there already is put beside an indicator, with its page, and is there after reloading", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const title = `Beleidsplan ${Date.now()}`;
  await addLink(page, "4.3", title);

  await beside(page, "4.1").getByRole("button", { name: "Koppel een bewijsstuk" }).click();
  const dialog = page.getByRole("dialog", { name: "Welk bewijsstuk hoort bij 4.1?" });
  await dialog.getByRole("searchbox").fill(title.slice(4));
  await dialog.getByText("ook bij 4.3").waitFor();
  await dialog.getByRole("checkbox", { name: title }).check();
  expect(await findFaults(page)).toEqual([]);
  await dialog.getByLabel("Bladzijde of passage").fill("blz. 14–17");
  await dialog.getByRole("button", { name: "Koppel", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  const row = beside(page, "4.1").getByRole("listitem").filter({ hasText: title });
  await row.getByText("blz. 14–17").waitFor();

  await row.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const places = await page.getByRole("link", { name: /^4\.[13]$/ }).allTextContents();
  expect(places.toSorted()).toEqual(["4.1", "4.3"]);
});

test("a document stands at the example that it is, and is taken away with a way back", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const title = `Overzicht ${Date.now()}`;
  await addLink(page, "4.V1", title);
  const margin = beside(page, "4.V1");
  const row = margin.getByRole("listitem").filter({ hasText: title }).last();
  await row.getByRole("button", { name: "Wijzig" }).click();
  await row.getByLabel("Wat is het?").selectOption("Overzicht van partners");
  expect(await findFaults(page)).toEqual([]);
  await row.getByRole("button", { name: "Bewaar" }).click();
  const slot = margin.getByRole("listitem").filter({ hasText: "Overzicht van partners" }).first();
  await slot.getByRole("link", { name: title }).waitFor();

  await row.getByRole("button", { name: "Wijzig" }).click();
  await row.getByRole("button", { name: "Koppel los" }).click();
  await row.getByText(`${title} is losgekoppeld.`).waitFor();
  await row.getByRole("button", { name: "Zet terug" }).click();
  await slot.getByRole("link", { name: title }).waitFor();
});

test("who reads along sees documents and can't put any there", async () => {
  const writer = await openNormAs("Noor Dekker", "4");
  const title = `Notulen ${Date.now()}`;
  await addLink(writer, "4.2", title);
  const page = await openNormAs("Ruud Jansma", "4");
  await beside(page, "4.2").getByRole("link", { name: title }).waitFor();
  expect(await page.getByRole("button", { name: "Koppel een bewijsstuk" }).count()).toBe(0);
});
