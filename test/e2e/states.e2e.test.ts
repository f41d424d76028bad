import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { findFaults, lookForFaults } from "../support/faults.ts";
import { isLookedAt } from "../support/looked-whole.ts";
import { invite, newcomer } from "./newcomer.ts";
import { heuvelrand, toetskamer, vechtermark, veldermeer, wilgenoord } from "./pages.table.ts";
import { Answer, openAt, openNormAs } from "./waterlinie.ts";

/** What a page can come to, beside how it is when one opens it. Other tests look at the states that they bring about. */
const states: Readonly<Record<string, () => Promise<Page>>> = {
  "signing in that was refused": async () => {
    const page = await openPage();
    await page.goto("/aanmelden");
    await page.getByLabel("E-mailadres").fill("niemand@waterlinie.example");
    await page.getByLabel("Wachtwoord").fill("dit-is-het-niet");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("alert").getByText("horen niet bij elkaar").waitFor();
    return page;
  },
  "an address that nobody made": async () => {
    const page = await openPage();
    await page.goto("/zomaar/iets");
    await page.getByRole("heading", { name: "Deze pagina is er niet" }).waitFor();
    return page;
  },
  "a norm that doesn't exist": async () => {
    const page = await openAt("Yvonne Kuipers", `${heuvelrand}/zelfevaluatie/12`);
    await page.getByRole("heading", { name: "Deze pagina is er niet" }).waitFor();
    return page;
  },
  "an organisation that isn't one's own": async () => {
    const page = await openAt("Yvonne Kuipers", `${vechtermark}/zelfevaluatie/4`);
    await page.getByRole("heading", { name: "Je hebt hier geen toegang" }).waitFor();
    return page;
  },
  "a page that can't be loaded": async () => {
    const page = await openAt("Yvonne Kuipers", heuvelrand);
    await page.route("**/graphql", (route) => route.abort());
    await page.getByRole("navigation").getByRole("link", { name: "Bewijsstukken" }).click();
    await page.getByRole("heading", { name: "Geen verbinding" }).waitFor();
    return page;
  },
  "the menu of those for whom one works": async () => {
    const page = await openAt("Marit de Wit", toetskamer);
    await page.getByRole("button", { name: /Toetskamer/ }).click();
    await page.getByRole("menuitemradio").first().waitFor();
    return page;
  },
  "the menu of a narrow screen": async () => {
    const page = await openAt("Yvonne Kuipers", heuvelrand);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Log uit" }).waitFor();
    return page;
  },
  "asking whether a norm is to be submitted": async () => {
    const page = await openNormAs("Noor Dekker", "1");
    await page.getByRole("button", { name: "Dien norm 1 in" }).click();
    await page.getByRole("dialog", { name: "Norm 1 indienen?" }).waitFor();
    return page;
  },
  "answering a comment": async () => {
    const page = await openAt("Yvonne Kuipers", `${heuvelrand}/zelfevaluatie/7`);
    await page
      .getByRole("button", { name: /^Reageer/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: /^Reactie bij/ }).waitFor();
    return page;
  },
  "choosing a document before there is one": async () => {
    const page = await openAt("Aisha Benali", `${veldermeer}/zelfevaluatie/4`);
    await page
      .getByRole("button", { name: /^Koppel een bewijsstuk/ })
      .first()
      .click();
    await page.getByText("Er zijn nog geen bewijsstukken.").waitFor();
    return page;
  },
  "giving a mandate": async () => {
    const page = await openAt("Eva Lindhout", `${toetskamer}/planning`);
    await page
      .getByRole("button", { name: /^Geef een opdracht voor norm 4/ })
      .first()
      .click();
    await page.getByLabel("Auditor", { exact: true }).waitFor();
    return page;
  },
  "something withdrawn, with a way back": async () => {
    const page = await openAt("Tom Hageman", `${wilgenoord}/mensen`);
    const { name } = await invited(page);
    await page.getByRole("button", { name: `Trek in ${name}` }).click();
    await page.getByRole("button", { name: "Nodig opnieuw uit" }).waitFor();
    return page;
  },
  "a table of two hundred": async () => {
    const page = await openAt("Pieter-Bas Wolters", `${vechtermark}/bewijsstukken`);
    const rows = page.getByRole("table").getByRole("row");
    while ((await rows.count()) < 200) {
      const shown = await rows.count();
      await page.getByRole("button", { name: "Toon meer bewijsstukken" }).click();
      await rows.nth(shown).waitFor();
    }
    return page;
  },
};

for (const [state, open] of Object.entries(states))
  test.skipIf(!isLookedAt(state))(`${state} can be used by everybody`, async () => {
    expect(await lookForFaults(await open())).toEqual([]);
  });

test("choosing who does something can be used by everybody", async () => {
  const page = await openAt("Aisha Benali", `${veldermeer}/zelfevaluatie/2`);
  const work = page.getByRole("region", { name: "Werk aan 2.V1" });
  await work.getByRole("button", { name: /^Wijs toe/ }).click();
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("an answer that can't be saved, and going away from it, can be used by everybody", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  await page.route("**/graphql", (route) => route.abort());
  const answer = new Answer(page, "4.3");
  await answer.text.fill("Dit komt niet aan.");
  await answer.section.getByText("Er is nu geen verbinding").waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Log uit" }).click();
  await page.getByRole("dialog", { name: "Er is nog tekst niet bewaard" }).waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("two texts to choose from can be used by everybody", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.3");
  // A sentence that both change: what each adds is merged without a question.
  await answer.write("Dit schreven we samen.");
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("AnswerIndicator")) return route.continue();
    const input = (route.request().postDataJSON() as { variables: { input: { cycleId: string } } })
      .variables.input;
    const json = {
      data: { __typename: "Mutation", answerIndicator: clash(`${input.cycleId}:4.3`) },
    };
    return route.fulfill({ json });
  });
  await answer.text.fill("Dit schreef Noor.");
  await answer.clash.waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test("what is too small to press is a fault", async () => {
  const page = await openPage();
  await page.goto("/over/privacy");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => {
    const small = `<button style="display:block;width:8px;height:8px">a</button>`;
    const pair = `<div>${small}${small}</div>`;
    document.querySelector("main")?.insertAdjacentHTML("beforeend", pair);
  });
  expect(await lookForFaults(page)).toContainEqual(expect.stringContaining("390 dark target-size"));
});

async function invited(page: Page) {
  const person = newcomer("Vera Kok");
  await invite(page, person);
  await page.reload();
  return person;
}

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
