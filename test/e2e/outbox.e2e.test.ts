import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findFaults } from "../support/faults.ts";
import { openAt, openNorm, openNormAs, signIn } from "./waterlinie.ts";

/** Nothing leaves this page any more, as when the connection is gone. */
async function cutOff(page: Page): Promise<void> {
  await page.route("**/graphql", (route) => route.abort());
}

function box(page: Page, name: string, part: string) {
  return page.getByRole("textbox", { name: `${name} (${part})`, exact: true });
}

/** Types without a connection and closes the tab; gives another one, somewhere else. */
async function typeAndClose(page: Page, part: string, text: string): Promise<Page> {
  const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  await cutOff(page);
  await box(page, "Feiten", part).fill(text);
  await box(page, "Feiten", part).blur();
  await page.getByText("Er is nu geen verbinding").waitFor();
  const next = await page.context().newPage();
  await page.close();
  await next.goto(home);
  return next;
}

test("text of a closed tab is sent from another page, to where it was typed", async () => {
  const text = `Getypt in de trein. ${Date.now()}`;
  const next = await typeAndClose(await openNormAs("Noor Dekker", "1"), "1", text);
  await next.getByText("Alsnog bewaard, van wat je eerder typte: Feiten bij norm 1.").waitFor();
  await openNorm(next, "1");
  expect(await box(next, "Feiten", "1").inputValue()).toBe(text);
});

test("text that met a colleague's waits on a page of its own, to be chosen in or thrown away", async () => {
  const hanna = await openNormAs("Hanna Prins", "2");
  const hannaWrites = async (text: string) => {
    const written = hanna.waitForResponse(async (reply) => (await reply.text()).includes(text));
    await box(hanna, "Feiten", "2").fill(text);
    await box(hanna, "Feiten", "2").blur();
    await written;
  };
  // One sentence that both change: what each adds to it needs no choice.
  await hannaWrites("Van ons samen.");
  const noor = await openNormAs("Noor Dekker", "2");
  await cutOff(noor);
  await hannaWrites(`Van Hanna ${Date.now()}.`);
  const mine = `Van Noor ${Date.now()}.`;
  await box(noor, "Feiten", "2").fill(mine);
  await box(noor, "Feiten", "2").blur();
  await noor.getByText("Er is nu geen verbinding").waitFor();
  const next = await noor.context().newPage();
  await noor.close();
  await next.goto("/");
  await next.getByRole("link", { name: "Bekijk wat er staat" }).click();
  await next.getByRole("heading", { level: 1, name: "Niet verstuurd" }).waitFor();
  const kept = next.getByRole("article").filter({ hasText: "Feiten bij norm 2" });
  await kept.getByText("Een collega was eerder.").waitFor();
  expect(await findFaults(next)).toEqual([]);

  await kept.getByRole("button", { name: "Gooi weg" }).click();
  await next.getByText("Feiten bij norm 2 is weggegooid.").waitFor();
  await next.keyboard.press("Enter");
  await kept.getByRole("link", { name: "Open waar het hoort" }).click();
  const clash = next.getByRole("region", { name: "Hanna Prins schreef hier ook" });
  await clash.getByRole("button", { name: "Houd mijn tekst" }).click();
  await clash.waitFor({ state: "detached" });
  await next
    .getByText(/^Bewaard om/)
    .first()
    .waitFor();
  await next.reload();
  expect(await box(next, "Feiten", "2").inputValue()).toBe(mine);
});

test("text typed after a session ended is sent when the same person signs in, and to nobody else's name", async () => {
  const text = `Na het einde van de sessie. ${Date.now()}`;
  const page = await openNormAs("Noor Dekker", "6");
  await page.context().clearCookies();
  await box(page, "Feiten", "6").fill(text);
  await box(page, "Feiten", "6").blur();
  const again = page.getByRole("link", { name: "Log in en ga hier verder" });
  await again.click();

  await signIn(page, "Hanna Prins");
  await openNorm(page, "6");
  expect(await box(page, "Feiten", "6").inputValue()).not.toBe(text);
  await page.getByRole("button", { name: "Log uit" }).click();
  await page.waitForURL("**/aanmelden");

  await signIn(page, "Noor Dekker");
  await page.getByText(/Alsnog bewaard.*Feiten bij norm 6/).waitFor();
  const reader = await openNormAs("Ruud Jansma", "6");
  await reader.getByText(text).waitFor();
});

test("a tab that stayed open sends nothing with the session of somebody else", async () => {
  const page = await openNormAs("Noor Dekker", "7");
  const other = await openAt("Hanna Prins", "/");
  await page.context().addCookies(await other.context().cookies());
  const text = `Van Noor, in haar eigen tab. ${Date.now()}`;
  await box(page, "Feiten", "7").fill(text);
  await box(page, "Feiten", "7").blur();
  await page.getByText("Je bent uitgelogd").first().waitFor();
  await openNorm(other, "7");
  expect(await box(other, "Feiten", "7").inputValue()).not.toBe(text);
});

test("what was typed for one organisation goes there, also after changing hats", async () => {
  const page = await openAt("Marit de Wit", "/");
  await page.getByRole("link", { name: /De Leesvaart/ }).click();
  await page.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
  await openNorm(page, "3");
  const library = new URL(page.url()).pathname.split("/")[2];
  const isWrite = (data: string | null) => data?.includes("WritePassage") ?? false;
  await page.route("**/graphql", (route) =>
    isWrite(route.request().postData()) ? route.abort() : route.continue(),
  );
  const text = `Voor De Leesvaart. ${Date.now()}`;
  await box(page, "Feiten", "3").fill(text);
  await box(page, "Feiten", "3").blur();
  await page.getByText("Er is nu geen verbinding").waitFor();
  await page.getByRole("button", { name: /De Leesvaart/ }).click();
  await page.getByRole("menuitemradio", { name: /Toetskamer/ }).click();
  await page.waitForURL((url) => !url.pathname.includes(`${library}`));
  const written = page.waitForResponse((answer) => isWrite(answer.request().postData()));
  await page.unroute("**/graphql");
  expect(await (await written).request().headerValue("x-hat")).toBe(`organisation:${library}`);
  await page.goto(`/o/${library}/zelfevaluatie/3`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await box(page, "Feiten", "3").inputValue()).toBe(text);
});
