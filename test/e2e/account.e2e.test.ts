import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { findFaults } from "../support/faults.ts";
import { codeFor } from "../support/totp.ts";
import type { Newcomer } from "./newcomer.ts";
import { join, newcomer, openPeople, pageInMail } from "./newcomer.ts";

/** Somebody new on the page of their account. */
async function openAccount(name: string): Promise<readonly [Page, Newcomer]> {
  const person = newcomer(name);
  const page = await join(await openPeople(), person);
  await page.goto("/account");
  await page.getByRole("heading", { level: 1, name: "Je account" }).waitFor();
  return [page, person];
}

function password(page: Page) {
  return page.getByRole("textbox", { name: "Wachtwoord", exact: true });
}

async function enterPassword(person: Newcomer, secret = person.password): Promise<Page> {
  const page = await openPage();
  await page.goto("/aanmelden");
  await page.getByLabel("E-mailadres").fill(person.email);
  await password(page).fill(secret);
  await page.getByRole("button", { name: "Log in" }).click();
  return page;
}

/**
 * Turns the second step on.
 * @param atCode what to do while the code to scan is shown
 * @returns the app's secret and the recovery codes
 */
async function enrol(page: Page, person: Newcomer, atCode = () => Promise.resolve()) {
  await page.getByRole("button", { name: "Zet de tweede stap aan" }).click();
  await password(page).fill(person.password);
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.getByRole("img", { name: /QR-code/ }).waitFor();
  await atCode();
  const secret = (await page.locator("p[translate=no]").innerText()).replaceAll(/\s/g, "");
  await page.getByLabel("Code uit je app").fill(codeFor(secret));
  await page.getByRole("button", { name: "Zet de tweede stap aan" }).click();
  await page.getByRole("heading", { name: "Bewaar nu je herstelcodes" }).waitFor();
  return { secret, codes: await page.locator("ol[translate=no] > li").allInnerTexts() };
}

test("one's own name is corrected once, and stands wherever one works", async () => {
  const [page] = await openAccount("Zoe IJzerman");
  await page.getByRole("button", { name: "Wijzig je naam" }).click();
  const name = page.getByLabel("Je naam");
  await name.fill("www.voorbeeld.nl");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await page.getByText("Een naam van hooguit 80 tekens").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await name.fill("Zoë IJzerman");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await page.getByRole("button", { name: "Wijzig je naam" }).waitFor();
  const who = page.getByRole("region", { name: "Wie je bent" });
  await who.getByText("Zoë IJzerman").waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  await page.getByText("Zoë IJzerman").first().waitFor();
  expect(await page.getByText("Zoe IJzerman").count()).toBe(0);
});

test("with the second step on, a password alone doesn't let one in and a code does", async () => {
  const [page, person] = await openAccount("Bo Kuipers");
  const { secret, codes } = await enrol(page, person);
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await page.getByText("Je hebt nog 10 herstelcodes").waitFor();
  expect(await page.getByText(codes[0] ?? "none").count()).toBe(0);

  const again = await enterPassword(person);
  await again.getByRole("heading", { level: 1, name: "Nog één stap" }).waitFor();
  await again.getByLabel("Code uit je app").fill("000000");
  await again.getByRole("button", { name: "Log in" }).click();
  await again.getByRole("alert").getByText("Deze code klopt niet").waitFor();
  // The app's code of now was used to turn it on; each works once.
  await again.getByLabel("Code uit je app").fill(codeFor(secret, 1));
  await again.getByRole("button", { name: "Log in" }).click();
  await again.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
});

test("a recovery code lets one in once, and lets one turn the second step off", async () => {
  const [page, person] = await openAccount("Guus Hendriks");
  const { codes } = await enrol(page, person);
  const again = await enterPassword(person);
  await again.getByRole("button", { name: /Gebruik een herstelcode/ }).click();
  await again.getByLabel("Herstelcode").fill((codes[0] ?? "").toUpperCase());
  await again.getByRole("button", { name: "Log in" }).click();
  await again.getByText("Je hebt nog 9 herstelcodes").waitFor();
  await again.getByRole("link", { name: "Naar je account" }).click();
  await again.getByRole("button", { name: "Zet de tweede stap uit" }).click();
  await password(again).fill(person.password);
  await again.getByRole("button", { name: /Gebruik een herstelcode/ }).click();
  await again.getByLabel("Herstelcode").fill(codes[1] ?? "");
  await again.getByRole("button", { name: "Zet de tweede stap uit" }).click();
  await again.getByRole("button", { name: "Zet de tweede stap aan" }).waitFor();
  const section = again.getByRole("region", { name: "Tweede stap bij het inloggen" });
  expect(await section.innerText()).toContain("Uit.");
});

test("a changed password signs one out elsewhere, and not here", async () => {
  const [page, person] = await openAccount("Ilse Bos");
  const elsewhere = await enterPassword(person);
  await elsewhere.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
  await page.getByRole("button", { name: "Verander je wachtwoord" }).click();
  await page.getByLabel("Huidig wachtwoord").fill("dit is het helemaal niet");
  await page.getByLabel("Nieuw wachtwoord").fill("een andere lange zin");
  await page.getByRole("button", { name: "Verander wachtwoord" }).click();
  await page.getByRole("alert").getByText("niet je huidige wachtwoord").waitFor();
  await page.getByLabel("Huidig wachtwoord").fill(person.password);
  await page.getByRole("button", { name: "Verander wachtwoord" }).click();
  await page.getByRole("main").getByText("Je wachtwoord is veranderd").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Je account" }).waitFor();
  await elsewhere.reload();
  await expect.poll(() => new URL(elsewhere.url()).pathname).toBe("/aanmelden");
});

test("a forgotten password is replaced by way of the mail, and the link works once", async () => {
  const person = newcomer("Femke Prins");
  await join(await openPeople(), person);
  const page = await openPage();
  await page.goto("/aanmelden");
  await page.getByRole("link", { name: "Wachtwoord vergeten" }).click();
  // The page before has a field of that name too.
  await page.getByRole("heading", { level: 1, name: "Wachtwoord vergeten" }).waitFor();
  await page.getByLabel("E-mailadres").fill(person.email);
  await page.getByRole("button", { name: "Stuur de link" }).click();
  await page.getByRole("heading", { level: 1, name: "Kijk in je mail" }).waitFor();
  const link = await pageInMail(page, person.email, "wachtwoord");
  const choose = async (text: string) => {
    await page.goto(link);
    await page.getByLabel("Nieuw wachtwoord").fill(text);
    await page.getByRole("button", { name: "Bewaar dit wachtwoord" }).click();
  };
  await choose("te kort");
  await page.getByText("Dit zijn 7 tekens. Maak er minstens 12 van.").waitFor();
  await choose("dit onthoud ik wel");
  await page.getByRole("heading", { level: 1, name: "Je nieuwe wachtwoord staat" }).waitFor();
  await choose("nog een keer proberen");
  await page.getByRole("heading", { level: 1, name: "Deze link werkt niet meer" }).waitFor();
  const inside = await enterPassword(person, "dit onthoud ik wel");
  await expect.poll(() => new URL(inside.url()).pathname).toMatch(/^\/o\//);
});

test("an unknown address gets the same answer as a known one", async () => {
  const page = await openPage();
  const answers: string[] = [];
  for (const email of ["niemand@nergens.example", "jorrit@steunpuntdelta.example"]) {
    await page.goto("/wachtwoord");
    await page.getByLabel("E-mailadres").fill(email);
    await page.getByRole("button", { name: "Stuur de link" }).click();
    await page.getByRole("heading", { level: 1, name: "Kijk in je mail" }).waitFor();
    // Comes a moment later, with either.
    await page.getByText("uitgaande post").waitFor();
    answers.push((await page.getByRole("main").innerText()).replace(email, "dit adres"));
  }
  expect(answers[1]).toBe(answers[0]);
});

test("sessions elsewhere are seen and ended, this device is marked", async () => {
  const [page, person] = await openAccount("Kees Dijk");
  const elsewhere = await enterPassword(person);
  await elsewhere.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
  await page.reload();
  const sessions = page.getByRole("region", { name: "Waar je bent ingelogd" });
  await sessions.getByRole("listitem").nth(1).waitFor();
  expect(await sessions.getByRole("listitem").first().innerText()).toContain("Dit apparaat");
  await sessions
    .getByRole("listitem")
    .nth(1)
    .getByRole("button", { name: /^Log uit/ })
    .click();
  await sessions.getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await elsewhere.reload();
  await expect.poll(() => new URL(elsewhere.url()).pathname).toBe("/aanmelden");
});

test("the account and the ways to it can be used by everybody", async () => {
  const [page, person] = await openAccount("Saar de Boer");
  await page.getByRole("button", { name: "Verander je wachtwoord" }).click();
  await page.getByRole("button", { name: "Verander wachtwoord" }).click();
  await page.getByText("Vul je huidige wachtwoord in.").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Annuleer" }).click();
  await enrol(page, person, async () => expect(await findFaults(page)).toEqual([]));
  expect(await findFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const again = await enterPassword(person);
  await again.getByRole("heading", { level: 1, name: "Nog één stap" }).waitFor();
  expect(await findFaults(again)).toEqual([]);
});
