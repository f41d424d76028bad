import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { veldermeer } from "./pages.table.ts";
import { openAt } from "./waterlinie.ts";

/** What nobody has of a norm goes to one person in a few keys, and back. */
test("a norm's parts are given to somebody at once with the keyboard, on a phone, and taken back", async () => {
  const nobodys = `${veldermeer}/werk?van=niemand&norm=3`;
  const page = await openAt("Aisha Benali", nobodys);
  await page.setViewportSize({ width: 390, height: 844 });
  const all = page.getByRole("checkbox", { name: "Kies alle 5" });
  await all.focus();
  await page.keyboard.press("Space");
  await page.getByText("5 van 5 gekozen").waitFor();
  const give = page.getByRole("form", { name: "Geef wat je koos aan iemand" });
  await give.getByRole("button", { name: "Geef" }).click();
  await page.getByText("Kies eerst aan wie.").waitFor();
  await page.keyboard.type("Aisha");
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await give.getByRole("button", { name: "Geef" }).click();
  const done = page.getByText("5 onderdelen gegeven aan Aisha Benali.").last();
  await done.waitFor();

  const mine = await openAt("Aisha Benali", `${veldermeer}/werk?norm=3`);
  expect(await mine.getByRole("checkbox", { name: /^Kies 3/ }).count()).toBe(5);

  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await page.getByText("Teruggezet zoals het was.").first().waitFor();
  await mine.reload();
  await mine.getByRole("heading", { level: 1, name: "Mijn werk" }).waitFor();
  expect(await mine.getByRole("checkbox", { name: /^Kies 3/ }).count()).toBe(0);
});
