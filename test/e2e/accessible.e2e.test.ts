import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { findFaults } from "../support/faults.ts";
import { Answer, openAs, openNorm } from "./waterlinie.ts";

test("signing in can be used by everybody", async () => {
  const page = await openPage();
  await page.goto("/aanmelden");
  await page.getByRole("heading", { name: "Kijk rond als" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test.each(["privacy", "toegankelijkheid"])(
  "what is said about %s can be read by everybody, without signing in",
  async (statement) => {
    const page = await openPage();
    await page.goto(`/over/${statement}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await findFaults(page)).toEqual([]);
  },
);

test("the page of today can be used by everybody", async () => {
  expect(await findFaults(await openAs("Noor Dekker"))).toEqual([]);
});

test.each([
  ["with indicators", "4"],
  ["without indicators", "2"],
  ["that doesn't exist", "12"],
])("the page of a norm %s can be used by everybody", async (_kind, norm) => {
  const page = await openAs("Noor Dekker");
  await openNorm(page, norm);
  expect(await findFaults(page)).toEqual([]);
});

test("an answer that can't be saved can be used by everybody", async () => {
  const page = await openAs("Noor Dekker");
  await openNorm(page, "4");
  await page.route("**/graphql", (route) => route.abort());
  const answer = new Answer(page, "4.3");
  await answer.text.fill("Dit komt niet aan.");
  await answer.section.getByText("Er is nu geen verbinding").waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("two texts to choose from can be used by everybody", async () => {
  const page = await openAs("Noor Dekker");
  await openNorm(page, "4");
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("AnswerIndicator")) return route.continue();
    const input = (route.request().postDataJSON() as { variables: { input: { cycleId: string } } })
      .variables.input;
    const json = {
      data: { __typename: "Mutation", answerIndicator: clash(`${input.cycleId}:4.3`) },
    };
    return route.fulfill({ json });
  });
  const answer = new Answer(page, "4.3");
  await answer.text.fill("Dit schreef Noor.");
  await answer.clash.waitFor();
  expect(await findFaults(page)).toEqual([]);
});

/** What the server says when Sanne was first. */
function clash(id: string) {
  const sanne = { __typename: "Member", personId: "sanne", name: "Sanne Vermeulen" };
  const current = {
    __typename: "IndicatorAnswer",
    id,
    verdict: "JA",
    neeLabel: null,
    explanation: "Dit schreef Sanne, en meer.",
    version: 99,
    workState: "IN_PROGRESS",
    canAnswer: true,
    assignee: sanne,
    changedAt: "2026-11-03T13:02:00.000Z",
    changedBy: sanne,
  };
  return { __typename: "IndicatorAnswerConflict", current };
}

test("the pages do nothing that the content security policy refuses, and no errors", async () => {
  const page = await openPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto("/aanmelden");
  await page.getByRole("button", { name: /^Marit de Wit/ }).click();
  await page.getByRole("link", { name: /De Leesvaart/ }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }).click();
  const answer = new Answer(page, "4.1");
  await answer.choose("Ja");
  await answer.saved();
  await page.getByRole("button", { name: /De Leesvaart/ }).click();
  await page.getByRole("menuitemradio").first().waitFor();
  expect(complaints).toEqual([]);
});

test("with the keyboard alone one gets to an answer and back", async () => {
  const page = await openAs("Noor Dekker");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Naar de inhoud");
  const link = page.getByRole("navigation").getByRole("link", { name: "Samenwerking" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("Samenwerking");
  expect(await page.title()).toBe("Samenwerking · Toetssteen");
  await page.goBack();
  await expect.poll(() => focused(page)).toBe("Vandaag");
});

test("at 320 pixels nothing has to be scrolled sideways", async () => {
  const page = await openAs("Noor Dekker", { viewport: { width: 320, height: 640 } });
  await openNorm(page, "4");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("on a narrow screen the menu opens, closes on Escape and goes where one wants", async () => {
  const page = await openAs("Noor Dekker", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Menu");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Middelen" }).click();
  await page.getByRole("heading", { level: 1, name: "Middelen" }).waitFor();
  expect(await page.getByRole("button", { name: "Menu" }).getAttribute("aria-expanded")).toBe(
    "false",
  );
});

test("in English every word is English, and the choice is remembered", async () => {
  const page = await openAs("Noor Dekker");
  await page.locator("label").filter({ hasText: "English" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Cooperation" }).click();
  await page.getByRole("heading", { level: 1, name: "Cooperation" }).waitFor();
  await page.reload();
  await page.getByText("Next step:").waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
});

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.textContent ?? null);
}
