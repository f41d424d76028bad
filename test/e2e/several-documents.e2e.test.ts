import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { openAs, openNorm, openNormAs } from "./waterlinie.ts";

async function openEvidence(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Bewijsstukken" }).click();
  await page.getByRole("heading", { level: 1, name: "Bewijsstukken" }).waitFor();
}

/** Documents of this test with one word in their names, which the list is narrowed to. */
async function addSeveral(page: Page, word: string, names: readonly string[]): Promise<string[]> {
  const titles = names.map((name) => `${name} ${word}`);
  await openEvidence(page);
  await page.getByRole("button", { name: "Voeg een bewijsstuk toe" }).click();
  await page.getByLabel("Kies bestanden").setInputFiles(
    titles.map((title) => ({
      name: `${title}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`Dit is ${title}.`),
    })),
  );
  await page.getByRole("button", { name: "Voeg toe", exact: true }).click();
  await page.getByRole("heading", { name: "bestanden aangekomen" }).waitFor();
  await page.getByPlaceholder("Zoek op naam").fill(word);
  await expect.poll(() => rows(page).count()).toBe(titles.length);
  return titles;
}

const rows = (page: Page): Locator => page.getByRole("main").locator("tbody tr");
const bar = (page: Page): Locator => page.getByRole("region", { name: "Wat je gekozen hebt" });

/** Looking for faults leaves the page narrow. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await findFaults(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

test("documents in the list are linked together by keyboard, with a way back", async () => {
  const page = await openAs("Noor Dekker");
  const word = `samen${Date.now()}`;
  await addSeveral(page, word, ["Beleid", "Jaarverslag", "Notulen"]);

  // By keyboard: the box that chooses all, and on to the bar.
  await page.getByRole("checkbox", { name: "Kies alle 3" }).press("Space");
  await bar(page).getByText("3 gekozen").waitFor();
  await bar(page).getByRole("button", { name: "Koppel bij…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Waar horen deze bewijsstukken bij?" });
  await dialog.getByRole("searchbox").fill("4.2");
  await dialog.getByRole("checkbox", { name: /^4\.2 / }).check();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Koppel", exact: true }).click();
  await page.getByText("3 bewijsstukken zijn gekoppeld bij 4.2.").first().waitFor();
  await expect.poll(() => rows(page).getByRole("link", { name: "4.2" }).count()).toBe(3);
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await expect.poll(() => rows(page).getByText("nog nergens").count()).toBe(3);
});

test("documents in the list are shared and removed together, each with a way back", async () => {
  const page = await openAs("Noor Dekker");
  const word = `deel${Date.now()}`;
  const [first = ""] = await addSeveral(page, word, ["Beleid", "Jaarverslag", "Notulen"]);
  await page.getByRole("checkbox", { name: "Kies alle 3" }).check();
  await page.getByRole("checkbox", { name: `Kies ${first}` }).uncheck();
  await bar(page).getByRole("button", { name: "Voor wie…" }).click();
  const sharing = page.getByRole("dialog", { name: "Wie mag deze 2 bewijsstukken zien?" });
  await sharing.getByRole("button", { name: "Bewaar" }).click();
  await expect.poll(() => rows(page).getByText("ook voor auditors").count()).toBe(2);
  expect(await rows(page).getByText("alleen intern").count()).toBe(1);

  await page.getByRole("checkbox", { name: "Kies alle 3" }).check();
  expect(await faultsOf(page)).toEqual([]);
  await bar(page).getByRole("button", { name: "Haal weg" }).click();
  await page.getByText("Hier past niets bij.").waitFor();
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await expect.poll(() => rows(page).count()).toBe(3);
  expect(await rows(page).getByText("ook voor auditors").count()).toBe(2);
});

test("where one of them was changed meanwhile nothing happens, and the page says which", async () => {
  const page = await openAs("Noor Dekker");
  const word = `botst${Date.now()}`;
  const [first = "", second = ""] = await addSeveral(page, word, ["Beleid", "Plan"]);
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const one of [page, other]) {
    await one.getByRole("checkbox", { name: "Kies alle 2" }).check();
    await bar(one).getByRole("button", { name: "Periode…" }).click();
    await one.getByRole("dialog").waitFor();
  }
  const fill = async (one: Page, day: string) => {
    await one.getByRole("dialog").getByLabel("Van", { exact: true }).fill(day);
    await one.getByRole("dialog").getByRole("button", { name: "Bewaar" }).click();
  };
  await other.keyboard.press("Escape");
  await other.getByRole("checkbox", { name: `Kies ${first}` }).uncheck();
  await bar(other).getByRole("button", { name: "Periode…" }).click();
  await fill(other, "2024-01-01");
  await other.getByText("1 bewijsstuk gaat nu over vanaf 1 jan 2024").first().waitFor();
  await fill(page, "2025-01-01");
  const alert = page.getByRole("dialog").getByRole("alert");
  await alert.getByText(`Iemand wijzigde intussen ‘${second}’. Er is niets veranderd.`).waitFor();
  await page.reload();
  await page.getByText("vanaf 1 jan 2024").waitFor();
  expect(await page.getByText("vanaf 1 jan 2025").count()).toBe(0);
});

test("a document says from its own page where it is used too, at several parts with one page", async () => {
  const page = await openAs("Noor Dekker");
  const word = `ook${Date.now()}`;
  const [title = ""] = await addSeveral(page, word, ["Visie", "Missie"]);
  await rows(page).getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("button", { name: "Koppel bij…" }).click();
  const dialog = page.getByRole("dialog", { name: `Waar hoort ${title} bij?` });
  await dialog.getByRole("checkbox", { name: /^4\.1 / }).check();
  await dialog.getByRole("checkbox", { name: /^5\.V2 / }).check();
  await dialog.getByLabel("Bladzijde of passage").fill("blz. 12");
  // What was chosen isn't thrown away by one key.
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Ga verder" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Koppel", exact: true }).click();
  const places = page.getByRole("link", { name: /^(4\.1|5\.V2)$/ });
  await expect.poll(() => places.count()).toBe(2);
  expect(await page.getByText("blz. 12").count()).toBe(2);
  await page.getByRole("button", { name: "Gebruik ook bij…" }).click();
  expect(await dialog.getByRole("checkbox", { name: /^4\.1 / }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "Annuleer" }).click();
  await openNorm(page, "5");
  await page
    .getByRole("region", { name: "Bewijsstukken bij 5.V2", exact: true })
    .getByRole("link", { name: title })
    .waitFor();
});

test("who reads along chooses nothing and links nothing", async () => {
  const writer = await openAs("Noor Dekker");
  const word = `lezen${Date.now()}`;
  const [title = ""] = await addSeveral(writer, word, ["Verslag", "Bijlage"]);
  const page = await openAs("Ruud Jansma");
  await openEvidence(page);
  await page.getByPlaceholder("Zoek op naam").fill(word);
  await expect.poll(() => rows(page).count()).toBe(2);
  expect(await page.getByRole("checkbox").count()).toBe(0);
  await rows(page).getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText("Nog nergens.").waitFor();
  expect(await page.getByRole("button", { name: /^(Koppel|Gebruik)/ }).count()).toBe(0);
});

test("files that are dropped on a part begin documents there, and on the rest of the page at the norm", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const word = `gesleept${Date.now()}`;
  const drop = (target: Locator, names: readonly string[]) =>
    target.evaluate((element, files) => {
      const dataTransfer = new DataTransfer();
      for (const name of files) dataTransfer.items.add(new File([`Van ${name}`], name));
      for (const type of ["dragover", "drop"])
        element.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
    }, names);
  const beside = (part: string) =>
    page.getByRole("region", { name: `Bewijsstukken bij ${part}`, exact: true });

  await drop(page.locator("#indicator-4\\.2"), [`een ${word}.txt`, `twee ${word}.txt`]);
  const dialog = page.getByRole("dialog", { name: "Een nieuw bewijsstuk bij 4.2" });
  // Each a document of its own, and meant to be shown.
  expect(await dialog.getByRole("radio", { name: "Elk een eigen bewijsstuk" }).isChecked()).toBe(
    true,
  );
  expect(await dialog.getByRole("radio", { name: "Ook voor auditors" }).isChecked()).toBe(true);
  // One key throws away nothing of it.
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Ga verder" }).click();
  await dialog.getByRole("button", { name: "Voeg toe en koppel" }).click();
  await beside("4.2")
    .getByRole("link", { name: `een ${word}` })
    .waitFor();
  await beside("4.2")
    .getByRole("link", { name: `twee ${word}` })
    .waitFor();

  await drop(page.getByRole("heading", { level: 1 }), [`heel ${word}.txt`]);
  const ofNorm = page.getByRole("dialog", { name: "Een nieuw bewijsstuk bij 4", exact: true });
  await ofNorm.getByRole("button", { name: "Voeg toe en koppel" }).click();
  await beside("4")
    .getByRole("link", { name: `heel ${word}` })
    .waitFor();

  const reader = await openNormAs("Ruud Jansma", "4");
  await drop(reader.locator("#indicator-4\\.2"), [`niet ${word}.txt`]);
  expect(await reader.getByRole("dialog").count()).toBe(0);
});
