import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { Answer, openNormAs } from "./waterlinie.ts";

/** Noor and Hanna have 4.2 open; Noor saves first, then Hanna, who doesn't know. */
let hanna: Answer;
let hannasPage: Page;
let theirs: string;
let mine: string;

beforeEach(async () => {
  const noorsPage = await openNormAs("Noor Dekker", "4");
  const noor = new Answer(noorsPage, "4.2");
  await noor.write(`We beginnen met een gesprek over ${Date.now()}.`);

  hannasPage = await openNormAs("Hanna Prins", "4");
  hanna = new Answer(hannasPage, "4.2");
  theirs = `We beginnen altijd met praten over ${Date.now()}.`;
  mine = `We beginnen met een plan over ${Date.now()}.`;
  await noor.write(theirs);
  await hanna.text.fill(mine);
  await hanna.text.blur();
  await hanna.clash.waitFor();
});

test("the later of two people sees both texts, with what differs marked, and is told so", async () => {
  await hanna.clash.getByRole("heading", { name: "Noor Dekker schreef hier ook" }).waitFor();
  await hanna.section.getByText("Nog niet bewaard: kies eerst").waitFor();
  const added = await hanna.clash.locator("ins").allInnerTexts();
  expect(added.join(" ")).toContain("altijd");
  expect(added.join(" ")).toContain("plan");
  expect((await hanna.clash.locator("del").allInnerTexts()).join(" ")).toContain("gesprek");
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

test("who keeps both goes on writing in a text that holds both", async () => {
  await hanna.clash.getByRole("button", { name: "Houd allebei" }).click();
  await hanna.saved();
  expect(await hanna.text.inputValue()).toBe(`${theirs} ${mine}`);
  expect(await hanna.text.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("the choice can be made with the keyboard alone", async () => {
  await hanna.text.focus();
  // By the tools under the text, and the other text.
  const keep = hanna.clash.getByRole("button", { name: "Houd mijn tekst" });
  for (let stop = 0; stop < 3; stop += 1) await hannasPage.keyboard.press("Tab");
  expect(await keep.evaluate((element) => element === document.activeElement)).toBe(true);
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

test("two people who each add a sentence to one paragraph both have theirs, once, and go on writing", async () => {
  const start = `Wij kiezen partners bewust, ${Date.now()}.`;
  await hanna.clash.getByRole("button", { name: "Houd mijn tekst" }).click();
  await hanna.write(start);
  const noorsPage = await openNormAs("Noor Dekker", "4");
  const noor = new Answer(noorsPage, "4.2");
  expect(await noor.text.inputValue()).toBe(start);

  // Hanna is still typing when Noor's sentence is saved.
  await hanna.text.focus();
  await hannasPage.keyboard.press("Control+End");
  await hannasPage.keyboard.insertText(" Dat doen wij");
  await noor.text.focus();
  await noorsPage.keyboard.press("Control+End");
  await noorsPage.keyboard.insertText(" Scholen gaan voor.");
  await Promise.all([noor.text.blur(), hanna.text.blur()]);
  const joined = (who: Answer) =>
    expect.poll(() => who.text.inputValue(), { timeout: 10_000 }).toContain("Dat doen wij");
  await Promise.all([noor.saved(), hanna.saved()]);

  // Whoever was second has both; typing goes on beside one's own words.
  await hanna.text.focus();
  await hannasPage.keyboard.press("Control+End");
  await hannasPage.keyboard.insertText(" elk jaar.");
  await hanna.text.blur();
  await hanna.saved();
  await joined(hanna);
  await noorsPage.reload();
  const both = await noor.text.inputValue();
  expect(both).toBe(`${start} Scholen gaan voor. Dat doen wij elk jaar.`);
  expect(await hanna.text.inputValue()).toBe(both);
  expect(await hanna.clash.count()).toBe(0);
});

test("one's own second tab is told as one's own", async () => {
  await hanna.clash.getByRole("button", { name: "Houd mijn tekst" }).click();
  await hanna.saved();
  const second = await hannasPage.context().newPage();
  await second.goto(hannasPage.url());
  const there = new Answer(second, "4.2");
  await there.write(`Wij kiezen anders, ${Date.now()}.`);
  await hanna.text.fill(`Wij kiezen nooit, ${Date.now()}.`);
  await hanna.text.blur();
  const title = hanna.section.getByRole("heading", { name: /^Jij schreef hier ook/ });
  await title.waitFor();
  expect(await title.innerText()).toBe("Jij schreef hier ook, in een ander tabblad");
});
