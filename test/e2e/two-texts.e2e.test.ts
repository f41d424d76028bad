import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { Answer, openAs, openNorm } from "./waterlinie.ts";

/** Noor and Hanna have 4.2 open; Noor saves first, then Hanna, who doesn't know. */
let hanna: Answer;
let hannasPage: Page;
let theirs: string;
let mine: string;

beforeEach(async () => {
  const noorsPage = await openAs("Noor Dekker");
  hannasPage = await openAs("Hanna Prins");
  await openNorm(noorsPage, "4");
  const noor = new Answer(noorsPage, "4.2");
  await noor.write(`We beginnen met een gesprek. ${Date.now()}`);

  await openNorm(hannasPage, "4");
  hanna = new Answer(hannasPage, "4.2");
  theirs = `We beginnen altijd met een gesprek. ${Date.now()}`;
  mine = `We beginnen met een plan. ${Date.now()}`;
  await noor.write(theirs);
  await hanna.text.fill(mine);
  await hanna.text.blur();
  await hanna.clash.waitFor();
});

test("the later of two people sees both texts, with what differs marked, and is told so", async () => {
  await hanna.clash.getByRole("heading", { name: "Noor Dekker schreef hier ook" }).waitFor();
  await hanna.section.getByText("Nog niet bewaard: kies eerst").waitFor();
  const marks = await hanna.clash.locator("mark").allInnerTexts();
  expect(marks.join(" ")).toContain("altijd");
  expect(marks.join(" ")).toContain("plan");
  expect(await hanna.text.inputValue()).toBe(mine);
  await hannasPage.getByText("Noor Dekker schreef ook bij 4.2.").waitFor({ state: "attached" });
});

test("who keeps their own text has it saved, and can still go back to the other", async () => {
  await hanna.clash.getByRole("button", { name: "Houd mijn tekst" }).click();
  await hanna.saved();
  await hanna.section.getByRole("button", { name: "Terug naar de twee teksten" }).click();
  await hanna.clash.getByText("altijd").waitFor();
  await hanna.clash.getByRole("button", { name: "Neem deze tekst" }).click();
  await hanna.saved();
  await hannasPage.reload();
  expect(await hanna.text.inputValue()).toBe(theirs);
});

test("who takes the other text can have their own back", async () => {
  await hanna.clash.getByRole("button", { name: "Neem deze tekst" }).click();
  expect(await hanna.text.inputValue()).toBe(theirs);
  await hanna.section.getByRole("button", { name: "Terug naar de twee teksten" }).click();
  await hanna.clash.getByRole("button", { name: "Houd mijn tekst" }).click();
  await hanna.saved();
  await hannasPage.reload();
  expect(await hanna.text.inputValue()).toBe(mine);
});

test("who combines the two goes on writing in a text that holds both", async () => {
  await hanna.clash.getByRole("button", { name: "Voeg samen en schrijf verder" }).click();
  await hanna.saved();
  expect((await hanna.text.inputValue()).split("\n")).toEqual([theirs, mine]);
  expect(await hanna.text.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("the choice can be made with the keyboard alone", async () => {
  await hanna.text.focus();
  await hannasPage.keyboard.press("Tab");
  await hannasPage.keyboard.press("Tab");
  await hannasPage.keyboard.press("Enter");
  await hanna.clash.waitFor({ state: "detached" });
  await hanna.saved();
  expect(await hanna.text.inputValue()).toBe(mine);
});

test("two texts stay two texts when the tab was closed before the choice", async () => {
  const address = hannasPage.url();
  const next = await hannasPage.context().newPage();
  await hannasPage.close();
  await next.goto(address);
  const again = new Answer(next, "4.2");
  await again.clash.getByText("altijd").waitFor();
  expect(await again.text.inputValue()).toBe(mine);
});
