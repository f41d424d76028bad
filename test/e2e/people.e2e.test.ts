import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { findFaults } from "../support/faults.ts";
import { giveRoles, invite, join, newcomer, openPeople, pageInMail } from "./newcomer.ts";
import { openAs } from "./waterlinie.ts";

/** What is said about what was just done. */
function done(page: Page, words: string) {
  return page.getByRole("main").getByText(words);
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: `Wijzig ${name}` }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

test("somebody is invited, joins, gets another role, loses access and has it back", async () => {
  const person = newcomer("Yara Meijer");
  const admin = await openPeople();
  await admin.getByRole("link", { name: "Nodig iemand uit" }).click();
  // The list stays until the form is here, and has a box for a name too.
  await admin.getByRole("heading", { level: 1, name: "Nodig iemand uit" }).waitFor();
  await admin.getByLabel("Naam").fill(person.name);
  await admin.getByLabel("E-mailadres").fill(person.email);
  await admin.getByLabel("medewerker").check();
  await admin.getByRole("button", { name: "Stuur de uitnodiging" }).click();
  await done(admin, "Yara Meijer is uitgenodigd").waitFor();

  const guest = await openPage();
  await guest.goto(await pageInMail(guest, person.email, "uitnodiging"));
  await guest.getByText(person.email).first().waitFor();
  await guest.getByLabel("Wachtwoord").fill(person.password);
  await guest.getByRole("button", { name: "Doe mee" }).click();
  await guest.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();

  await admin.reload();
  await openPerson(admin, person.name);
  await admin.getByLabel("medewerker").uncheck();
  await admin.getByLabel("lezer").check();
  await admin.getByRole("button", { name: "Bewaar de rollen" }).click();
  await done(admin, "Yara Meijer is nu lezer").waitFor();
  await guest.reload();
  await guest.getByText("lezer").first().waitFor();

  await openPerson(admin, person.name);
  await admin.getByRole("button", { name: "Stop de toegang van Yara Meijer" }).click();
  await done(admin, "Yara Meijer heeft geen toegang meer").waitFor();
  await guest.reload();
  await guest.getByRole("heading", { level: 1, name: "Log in" }).waitFor();

  await admin.getByRole("button", { name: "Maak ongedaan" }).click();
  await done(admin, "Yara Meijer heeft weer toegang, als lezer").waitFor();
  await admin.getByRole("link", { name: "Wijzig Yara Meijer" }).waitFor();
  expect(await guest.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual(["Log in"]);
});

test("who is signed in with another address is told so, and can go on", async () => {
  const person = newcomer("Pim Postma");
  const link = await invite(await openPeople(), person);
  const page = await openAs("Ruud Jansma");
  await page.goto(link);
  await page.getByText("Je bent ingelogd met een ander adres").waitFor();
  expect(await page.getByRole("main").innerText()).toContain("ruud@waterlinie.example");
  expect(await findFaults(page)).toEqual([]);
});

test("an invitation that was withdrawn opens nothing, and can be sent anew", async () => {
  const person = newcomer("Lot Smit");
  const admin = await openPeople();
  const link = await invite(admin, person);
  await admin.reload();
  await admin.getByRole("button", { name: "Trek in Lot Smit" }).click();
  await done(admin, "De uitnodiging voor Lot Smit is ingetrokken").waitFor();
  const guest = await openPage();
  await guest.goto(link);
  await guest
    .getByRole("heading", { level: 1, name: "Deze uitnodiging geldt niet meer" })
    .waitFor();
  expect(await guest.getByRole("button", { name: "Doe mee" }).count()).toBe(0);

  await admin.getByRole("button", { name: "Nodig opnieuw uit" }).click();
  await done(admin, "Lot Smit is uitgenodigd").waitFor();
});

test("who has an account signs in to accept, and keeps their own password", async () => {
  const person = newcomer("Noor Dekker");
  const admin = await openPeople();
  const link = await invite(admin, { ...person, email: "eva@toetskamer.example" });
  const guest = await openPage();
  await guest.goto(link);
  await guest.getByLabel("Wachtwoord").fill(person.password);
  await guest.getByRole("button", { name: "Doe mee" }).click();
  await guest.getByRole("link", { name: "Log in en doe mee" }).click();
  await guest.getByLabel("E-mailadres").fill("eva@toetskamer.example");
  await guest.getByLabel("Wachtwoord").fill("welkom-in-de-bibliotheek");
  await guest.getByRole("button", { name: "Log in" }).click();
  await guest.getByRole("button", { name: "Doe mee" }).waitFor();
  expect(await guest.getByRole("main").innerText()).toContain("Neem de uitnodiging aan");
});

test("roles that somebody else changed first are not overwritten", async () => {
  const person = newcomer("Tijn Vos");
  const admin = await openPeople();
  await join(admin, person);
  await admin.reload();
  await openPerson(admin, person.name);
  await giveRoles(admin, person.name, ["DIRECTOR"]);
  await admin.getByLabel("lezer").check();
  await admin.getByRole("button", { name: "Bewaar de rollen" }).click();
  await admin.getByRole("alert").getByText("Er is niets overschreven").waitFor();
  expect(await admin.getByRole("alert").innerText()).toContain("Nu staat er: directeur");
  expect(await findFaults(admin)).toEqual([]);
  await admin.getByRole("button", { name: "Neem wat er nu staat" }).click();
  expect(await admin.getByLabel("directeur").isChecked()).toBe(true);
  expect(await admin.getByLabel("lezer").isChecked()).toBe(false);
});

test("the last administrator stays, and the page says why", async () => {
  const admin = await openPeople();
  await openPerson(admin, "Hanna Prins");
  expect(await admin.getByLabel("beheerder", { exact: true }).isDisabled()).toBe(true);
  await admin.getByText("zonder beheerder kan niemand meer iets regelen").waitFor();
  expect(await admin.getByRole("button", { name: /toegang/ }).count()).toBe(0);
});

test("who is no administrator sees who takes part, and nothing to change", async () => {
  const page = await openAs("Ruud Jansma");
  await page.getByRole("navigation").getByRole("link", { name: "Mensen", exact: true }).click();
  await page.getByText("regelt wie er toegang heeft").waitFor();
  await page.getByRole("cell", { name: "Sanne Vermeulen" }).waitFor();
  expect(await page.getByRole("link", { name: /Wijzig|Nodig/ }).count()).toBe(0);
  expect(await page.getByText("Uitgenodigd").count()).toBe(0);
});

test("the order of the list is in the address, and Back returns to it", async () => {
  const admin = await openPeople();
  await admin.getByRole("button", { name: "Rol" }).click();
  await expect.poll(() => new URL(admin.url()).search).toBe("?op=rol");
  await admin.getByRole("button", { name: "Rol" }).click();
  await expect.poll(() => new URL(admin.url()).search).toBe("?op=rol&om=true");
  await openPerson(admin, "Sanne Vermeulen");
  await admin.goBack();
  // The invitations above have a column of that name too, which can't be sorted by.
  const head = admin.getByRole("columnheader", { name: "Rol" }).last();
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
});

test("the pages about people can be used by everybody", async () => {
  const admin = await openPeople();
  await admin.getByText("Wat de rollen betekenen").click();
  expect(await findFaults(admin)).toEqual([]);
  await admin.getByRole("link", { name: "Nodig iemand uit" }).click();
  await admin.getByRole("button", { name: "Stuur de uitnodiging" }).click();
  await admin.getByText("Kies minstens één rol.").waitFor();
  await expect
    .poll(() => admin.evaluate(() => document.activeElement?.getAttribute("name")))
    .toBe("name");
  expect(await findFaults(admin)).toEqual([]);
});
