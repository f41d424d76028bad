import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { Answer, openAs, openNormAs } from "./waterlinie.ts";

test("a part that is assigned is found in Mijn werk, and there said to be ready", async () => {
  const noor = await openNormAs("Noor Dekker", "5");
  const work = noor.getByRole("region", { name: "Werk aan 5.V1" });
  await work.getByRole("button", { name: /Wijs toe|Wijzig/ }).click();
  await work.getByRole("combobox", { name: "Wie doet dit?" }).fill("sann");
  await noor
    .getByRole("listbox")
    .getByRole("option", { name: /Sanne Vermeulen/ })
    .click();
  await work.getByRole("button", { name: "Bewaar" }).click();
  await work.getByText("Sanne Vermeulen werkt nu aan 5.V1.").waitFor();

  const sanne = await openAs("Sanne Vermeulen");
  await sanne
    .getByRole("navigation")
    .getByRole("link", { name: /Mijn werk/ })
    .click();
  const task = sanne.getByRole("listitem", { name: "Werk aan 5.V1" });
  await task.getByLabel("Stand van 5.V1").selectOption("READY_TO_READ");
  expect(await findFaults(sanne)).toEqual([]);
  await task.getByRole("link").click();
  await sanne.getByRole("heading", { level: 1, name: "Producten en diensten" }).waitFor();
});

test("a part is given by keyboard to the first whose name fits what was typed", async () => {
  const page = await openNormAs("Noor Dekker", "7");
  const work = page.getByRole("region", { name: "Werk aan 7.V2" });
  await work.getByRole("button", { name: "Ik doe dit" }).click();
  await work.getByText("Jij werkt nu aan 7.V2.").waitFor();
  await work.getByRole("button", { name: "Wijzig" }).click();
  const field = work.getByRole("combobox", { name: "Wie doet dit?" });
  // What is typed comes in place of who stands there.
  await expect.poll(() => field.inputValue()).toBe("Noor Dekker (jij)");
  await page.keyboard.type("hann");
  await page
    .getByRole("listbox")
    .getByRole("option", { name: /Hanna Prins/ })
    .waitFor();
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Hanna Prins");
  await field.press("Enter");
  await work.getByText("Hanna Prins werkt nu aan 7.V2.").waitFor();

  // Who was given it stays when nobody is typed, or somebody who isn't there.
  await work.getByRole("button", { name: "Wijzig" }).click();
  await field.fill("xyz");
  await page.getByText("Niemand met die naam kan hier schrijven.").waitFor();
  await field.press("Tab");
  await expect.poll(() => field.inputValue()).toBe("Hanna Prins");
});

test("a mention is mailed, and the mail leads back to its comment", async () => {
  const sanne = await openNormAs("Sanne Vermeulen", "5");
  const comments = sanne.getByRole("region", { name: "Opmerkingen bij 5.V1" });
  await comments.getByRole("button", { name: /Schrijf een opmerking/ }).click();
  const text = comments.getByRole("textbox");
  await text.pressSequentially("Lees je mee, @noo");
  await sanne.getByRole("option", { name: "Noor Dekker" }).waitFor();
  expect(await findFaults(sanne)).toEqual([]);
  await text.press("Enter");
  await comments.getByRole("button", { name: "Plaats" }).click();
  await comments.getByRole("article").getByText("Lees je mee,").waitFor();

  const noor = await openAs("Noor Dekker");
  await expect.poll(() => mailedLink(noor), { timeout: 10_000 }).not.toBeNull();
  await noor.goto((await mailedLink(noor)) ?? "");
  const thread = noor.getByRole("article", { name: "Opmerking van Sanne Vermeulen bij 5.V1" });
  await thread.waitFor();
  await expect.poll(() => thread.evaluate((one) => one === document.activeElement)).toBe(true);
  await thread.getByRole("button", { name: "Rond af" }).click();
  await noor.getByText("1 afgeronde opmerking").waitFor();
});

/** The page that the newest mail about a comment opens. */
async function mailedLink(page: Awaited<ReturnType<typeof openAs>>): Promise<string | null> {
  const list = await (await page.request.get("/demo/outbox")).text();
  const mail = /href="([^"]+)"[^>]*>[^<]*noemt je bij 5\.V1</.exec(list)?.[1];
  if (mail === undefined) return null;
  const body = await (await page.request.get(mail)).text();
  return /href="([^"]*#opmerking-[^"]+)"/.exec(body)?.[1] ?? null;
}

test("a comment that can't be sent stays, also on another page, and is sent when it can be", async () => {
  const page = await openNormAs("Noor Dekker", "6");
  const comments = page.getByRole("region", { name: "Opmerkingen bij 6.V1" });
  await comments.getByRole("button", { name: /Schrijf een opmerking/ }).click();
  const words = `Zonder verbinding, ${Date.now()}.`;
  await comments.getByRole("textbox").fill(words);
  await page.context().setOffline(true);
  await comments.getByRole("button", { name: "Plaats" }).click();
  await comments.getByText("Je opmerking blijft hier staan").waitFor();
  await page.context().setOffline(false);
  // Who signs out is told first, and shown where it waits.
  await page.getByRole("button", { name: "Log uit" }).click();
  await page.getByText("Je begon aan 1 opmerking").waitFor();
  await page.getByRole("link", { name: "Bekijk wat er niet verstuurd is" }).click();
  await page.getByText(words).waitFor();
  expect(await findFaults(page)).toEqual([]);
  const begun = "(Opmerking bij 6.V1)";
  await page.getByRole("button", { name: `Gooi weg ${begun}` }).click();
  await page.getByRole("button", { name: "Zet terug" }).click();
  await page.getByRole("link", { name: `Open waar het hoort ${begun}` }).click();
  await comments.getByRole("button", { name: "Plaats" }).click();
  await comments.getByRole("article").getByText(words).waitFor();
  expect(await comments.getByRole("article").count()).toBe(1);
});

test("an earlier version shows what differs, is put back, and that is undone", async () => {
  const noor = await openNormAs("Noor Dekker", "4");
  const [before, after] = [`Alleen de gemeente, ${Date.now()}.`, `Ook de scholen, ${Date.now()}.`];
  await new Answer(noor, "4.4").write(before);
  const hanna = await openNormAs("Hanna Prins", "4");
  await new Answer(hanna, "4.4").write(after);
  await noor.reload();
  const answer = new Answer(noor, "4.4");
  await answer.section.getByRole("link", { name: "Geschiedenis (4.4)" }).click();
  const history = noor.getByRole("dialog", { name: "Geschiedenis bij 4.4" });
  await history
    .getByRole("button", { name: /Noor Dekker/ })
    .first()
    .click();
  await history.getByRole("checkbox", { name: "Vergelijk met wat er nu staat" }).check();
  await history.locator("del").filter({ hasText: "gemeente" }).waitFor();
  await history.locator("ins").filter({ hasText: "scholen" }).waitFor();
  expect(await findFaults(noor)).toEqual([]);
  await history.getByRole("button", { name: "Zet deze versie terug" }).click();
  await history.getByText("De versie staat er weer.").waitFor();
  await history.getByRole("button", { name: "Maak ongedaan" }).click();
  await history.getByText("De versie staat er weer.").waitFor({ state: "detached" });
  await history.getByRole("button", { name: "Sluit" }).click();
  await expect.poll(() => answer.text.inputValue()).toBe(after);
});

test("what a box of the whole cycle said before is open to who may only read", async () => {
  const noor = await openAs("Noor Dekker");
  await noor.getByRole("link", { name: "Ambities en knelpunten" }).click();
  // No other test writes here: what one person adds to within ten minutes stays where it stood among what changed.
  await noor.getByRole("textbox", { name: "Knelpunten" }).fill("In 2030 leest nog niet elk kind.");
  await noor.getByRole("link", { name: "Geschiedenis (Knelpunten)" }).waitFor();
  // The page of today says what changed, and leads there.
  const ruud = await openAs("Ruud Jansma");
  const lately = ruud.getByRole("region", { name: "Wat er veranderde" });
  const deed = lately.getByRole("listitem").filter({ hasText: "Noor Dekker" });
  await deed.getByRole("link", { name: "schreef bij ambities en knelpunten" }).first().click();
  await ruud.getByRole("link", { name: "Geschiedenis (Knelpunten)" }).click();
  const history = ruud.getByRole("dialog", { name: "Geschiedenis bij Knelpunten" });
  await history.getByRole("button", { name: /Noor Dekker/ }).waitFor();
  expect(await history.getByRole("button", { name: "Zet deze versie terug" }).count()).toBe(0);
  expect(await findFaults(ruud)).toEqual([]);
  await history.getByRole("button", { name: "Sluit" }).click();
  await history.waitFor({ state: "detached" });
  await expect.poll(() => new URL(ruud.url()).search).toBe("");
});
