import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fakeAnswer, pageDocument, servedSchema } from "../support/fake-answer.ts";
import { findFaults } from "../support/faults.ts";
import { openAt, waterlinie } from "./waterlinie.ts";

const print = `${waterlinie}/zelfevaluatie/afdrukken`;

test("everything that a library wrote stands on the page that is printed", async () => {
  const { data, texts, days } = fakeAnswer(servedSchema(), pageDocument("SelfEvaluationReading"), {
    announcedQuarter: "2033-Q3",
    wording: "own",
  });
  const page = await openAt("Noor Dekker", waterlinie);
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes('"SelfEvaluationReading"')
      ? route.fulfill({ json: { data: { __typename: "Query", ...data } } })
      : route.continue(),
  );
  await page.getByRole("link", { name: "Afdrukken en downloaden" }).click();
  await page.getByRole("heading", { level: 1, name: "Zelfevaluatie" }).waitFor();
  await page.emulateMedia({ media: "print" });
  const shown = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
  // In full, or in the short form that the period of a document has everywhere.
  const forms = (["long", "medium"] as const).map(
    (dateStyle) => new Intl.DateTimeFormat("nl-NL", { dateStyle }),
  );
  const isShown = (day: string) =>
    forms.some((form) => shown.includes(form.format(new Date(`${day}T12:00:00Z`))));
  expect(days.filter((day) => !isShown(day))).toEqual([]);
  expect(shown).toContain("3e kwartaal van 2033");
  expect(shown).not.toContain("Download als PDF");
});

test("the self-evaluation is downloaded, and a refusal says what to do", async () => {
  const page = await openAt("Noor Dekker", print);
  for (const [button, ending] of [
    ["Download als PDF", "pdf"],
    ["Download als Word-bestand", "docx"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^Zelfevaluatie Bibliotheek Waterlinie \\d{4}-\\d\\d-\\d\\d\\.${ending}$`),
    );
    const start = (await readFile(await download.path())).subarray(0, 4).toString("latin1");
    expect(start).toBe({ pdf: "%PDF", docx: "PK\u0003\u0004" }[ending]);
  }
  await page.getByLabel("Wat wil je hebben?").selectOption({ label: "Norm 4: Samenwerking" });
  await page.waitForURL((url) => url.search === "?alleen=norm-4");
  await page.route("**/prints/**", (route) =>
    route.fulfill({ status: 503, json: { code: "BUSY" }, headers: { "retry-after": "2" } }),
  );
  await page.getByRole("button", { name: "Download als PDF" }).click();
  await page.getByRole("alert").getByText("Probeer het over een minuut opnieuw").waitFor();
  expect(await findFaults(page)).toEqual([]);
});
