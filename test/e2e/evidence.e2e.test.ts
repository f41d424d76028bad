import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { openAs } from "./waterlinie.ts";

const textFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

async function openEvidence(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Bewijsstukken" }).click();
  await page.getByRole("heading", { level: 1, name: "Bewijsstukken" }).waitFor();
}

async function begin(page: Page, ...files: ReturnType<typeof textFile>[]): Promise<void> {
  await page.getByRole("button", { name: "Voeg een bewijsstuk toe" }).click();
  await page.getByLabel("Kies bestanden").setInputFiles(files);
}

/** Looking for faults leaves the page narrow. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await findFaults(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** A document of this test, and its page. */
async function add(page: Page, name: string, text: string): Promise<string> {
  const title = `${name} ${Date.now()}`;
  await openEvidence(page);
  await begin(page, textFile(`${title}.txt`, text));
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await page.getByRole("status").getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("main").getByRole("list").getByRole("link", { name: "Download" }).waitFor();
  return title;
}

test("a file that is sent arrives while one goes on, and shows its words", async () => {
  const page = await openAs("Noor Dekker");
  const title = `Jaarplan ${Date.now()}`;
  await openEvidence(page);
  await begin(page, textFile(`${title}.txt`, "Zestien partners."), textFile("leeg.txt", ""), {
    ...textFile("los.zip", "PK"),
    mimeType: "application/zip",
  });
  await page.getByText("Dit bestand is leeg.").waitFor();
  await page.getByText("Dit soort bestand kan hier niet.").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // Held up on its way: there is time to go elsewhere.
  const passing = Promise.withResolvers<void>();
  await page.route("**/files/*", async (route) => {
    await passing.promise;
    await route.continue();
  });
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await page.getByRole("status").getByText("Toegevoegd:").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }).click();
  await page.getByRole("heading", { level: 1, name: "Samenwerking" }).waitFor();
  const tray = page.getByRole("region", { name: "Bestanden onderweg" });
  await tray.getByRole("progressbar", { name: `Verstuurd van ${title}.txt` }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  passing.resolve();
  await tray.getByRole("heading", { name: "Bestand aangekomen" }).waitFor();

  await openEvidence(page);
  await page.getByRole("link", { name: title }).click();
  await page.getByText("Zestien partners.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("a file that is there already is said to be, when it comes and on its page", async () => {
  const page = await openAs("Noor Dekker");
  const text = `Elf afspraken, ${Date.now()}.`;
  const first = await add(page, "Afspraken", text);
  const again = await add(page, "Nog eens", text);
  const tray = page.getByRole("region", { name: "Bestanden onderweg" });
  await tray.getByText(`Hetzelfde bestand staat ook in: ${first}`).waitFor();
  await expect.poll(() => page.getByText("Hetzelfde bestand staat ook in:").count()).toBe(2);
  expect(await faultsOf(page)).toEqual([]);
  await tray.getByRole("link", { name: first }).click();
  await page.getByRole("heading", { level: 1, name: first }).waitFor();
  await page.getByText(`Hetzelfde bestand staat ook in: ${again}`).waitFor();
  await tray.getByRole("button", { name: "Sluit" }).click();
  await tray.waitFor({ state: "detached" });
});

test("text from before Unicode says how it can be read when its characters are strange", async () => {
  const page = await openAs("Noor Dekker");
  const title = `Uit het oude systeem ${Date.now()}`;
  await openEvidence(page);
  // "Verzoek om één café" as DOS wrote it.
  const buffer = Buffer.from("Verzoek om \u0082\u0082n caf\u0082", "latin1");
  await begin(page, { name: `${title}.txt`, mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await page.getByRole("status").getByRole("link", { name: title }).click();
  await page.getByText("Zie je vreemde tekens?").waitFor();
  expect(await page.locator("pre").textContent()).toBe("Verzoek om ‚‚n caf‚");
});

test("a file that breaks off on its way is sent again, and one that is refused says why", async () => {
  const page = await openAs("Noor Dekker");
  await openEvidence(page);
  const title = `Afgebroken ${Date.now()}`;
  await begin(
    page,
    textFile(`${title}.txt`, "Toch gelukt."),
    textFile("nep.pdf", "<html>geen pdf</html>"),
  );
  await page.route("**/files/*", (route) => route.abort(), { times: 2 });
  await page.getByRole("button", { name: "Voeg toe" }).click();
  const tray = page.getByRole("region", { name: "Bestanden onderweg" });
  await tray.getByText("Er is geen verbinding.").nth(1).waitFor();
  for (const name of [title, "nep.pdf"])
    await tray.getByRole("button", { name: new RegExp(`^Opnieuw ${name}`) }).click();
  await tray.getByText("Dit soort bestand kan hier niet.").waitFor();
  await expect.poll(() => tray.getByRole("listitem").count()).toBe(1);
  await tray.getByRole("button", { name: "Sluit" }).click();
  await page.getByRole("status").getByRole("link", { name: title }).click();
  await page.getByText("Toch gelukt.").waitFor();
  expect(await page.getByText("nep.pdf").count()).toBe(0);
});

test("of two who change a document the second sees both, and chooses", async () => {
  const page = await openAs("Noor Dekker");
  const title = await add(page, "Beleid", "Wat we willen.");
  await page.getByRole("button", { name: "Wijzig gegevens" }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Hoe heet het?").fill(`${title} van twee`);
  await other.getByRole("button", { name: "Bewaar" }).click();
  await other.getByRole("heading", { level: 1, name: `${title} van twee` }).waitFor();

  await page.locator("label").filter({ hasText: "Ook voor auditors" }).click();
  await page.getByRole("button", { name: "Bewaar" }).click();
  const clash = page.getByRole("region", { name: "wijzigde dit ook" });
  await clash.getByRole("cell", { name: `${title} van twee` }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await clash.getByRole("button", { name: "Bewaar wat ik invulde" }).click();
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await page.getByText("Jullie, en auditors zodra").waitFor();
});

test("what is taken away is gone from the list, and can be put back", async () => {
  const page = await openAs("Noor Dekker");
  const title = await add(page, "Oud plan", "Van vroeger.");
  await page.getByRole("button", { name: "Haal dit bewijsstuk weg" }).click();
  await page.getByText("Dit bewijsstuk is weggehaald").waitFor();
  await openEvidence(page);
  await page.getByPlaceholder("Zoek op naam").fill(title);
  await page.getByText("Hier past niets bij.").waitFor();
  await page.getByRole("link", { name: "Weggehaalde bewijsstukken" }).click();
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Zet terug" }).click();
  await page.getByText("Dit bewijsstuk is weggehaald").waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "Zet terug" }).count()).toBe(0);
});
