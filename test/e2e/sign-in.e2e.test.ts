import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { openAs, signIn } from "./waterlinie.ts";

test("a wrong password is said in words, and what was typed stays", async () => {
  const page = await openPage();
  await page.goto("/aanmelden");
  await page.getByLabel("E-mailadres").fill("niemand@waterlinie.example");
  await page.getByLabel("Wachtwoord").fill("dit-is-het-niet");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("alert").getByText("horen niet bij elkaar").waitFor();
  expect(await page.getByLabel("E-mailadres").inputValue()).toBe("niemand@waterlinie.example");
});

test("after signing in one is where one wanted to be", async () => {
  const first = await openAs("Noor Dekker");
  const wanted = `${new URL(first.url()).pathname}/zelfevaluatie/2`;
  const page = await openPage();
  await page.goto(wanted);
  await page.waitForURL("**/aanmelden?**");
  await signIn(page, "Noor Dekker");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Middelen");
});

test("an address that leads to another site is not gone to", async () => {
  const page = await openPage();
  await page.goto("/aanmelden?naar=//elders.example/");
  await signIn(page, "Noor Dekker");
  expect(new URL(page.url()).pathname).toMatch(/^\/o\//);
});

test("the demo lets one look around as an invented person", async () => {
  const page = await openPage();
  await page.goto("/");
  await page.getByRole("button", { name: /^Noor Dekker/ }).click();
  await page.waitForURL("**/o/**");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Vandaag");
});

test("after signing out the pages ask to sign in again", async () => {
  const page = await openPage();
  await page.goto("/aanmelden");
  await signIn(page, "Sanne Vermeulen");
  const inside = page.url();
  await page.getByRole("button", { name: "Log uit" }).click();
  await page.waitForURL("**/aanmelden");
  await page.goto(inside);
  await page.waitForURL("**/aanmelden?**");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Log in");
});

test("another organisation's page says that one has no access, and shows nothing of it", async () => {
  const page = await openAs("Noor Dekker");
  await page.goto("/o/0199a000-0000-7000-8000-00000000ffff/zelfevaluatie/4");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("heading").allInnerTexts()).toEqual(["Je hebt hier geen toegang"]);
});

test("a norm that doesn't exist is not there, and the way on is", async () => {
  const page = await openAs("Noor Dekker");
  await page.goto(`${new URL(page.url()).pathname}/zelfevaluatie/12`);
  await page.getByRole("heading", { level: 1, name: "Deze pagina is er niet" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Vandaag" }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
});

test("somebody with two hats changes hats without signing in again", async () => {
  const page = await openPage();
  await page.goto("/aanmelden");
  await page.getByRole("button", { name: /^Marit de Wit/ }).click();
  await page.getByRole("heading", { level: 1, name: "Voor wie werk je nu?" }).waitFor();
  await page.getByRole("link", { name: /De Leesvaart/ }).click();
  await page.getByRole("button", { name: /De Leesvaart.*kies voor wie je werkt/s }).click();
  await page.getByRole("menuitemradio", { name: /Toetskamer/ }).click();
  await page.getByRole("button", { name: /Toetskamer.*kies voor wie je werkt/s }).waitFor();
  expect(await page.getByRole("menuitemradio").count()).toBe(0);
});
