import { expect, test } from "vitest";
import { Answer, openAs, openNormAs } from "./waterlinie.ts";

test("a coordinator answers 4.1 with nee and reasons, and finds both after reloading", async () => {
  const page = await openAs("Noor Dekker");
  await page.getByRole("navigation").getByRole("link", { name: "Samenwerking" }).click();
  const answer = new Answer(page, "4.1");
  await answer.choose("Nee");
  await answer.write("Voor cultuur is de keuze gegroeid, niet gemaakt.");
  await page.reload();
  expect(await answer.verdict("Nee").isChecked()).toBe(true);
  expect(await answer.text.inputValue()).toBe("Voor cultuur is de keuze gegroeid, niet gemaakt.");
  await answer.section.getByText("Noor Dekker schreef hier vandaag").waitFor();
});

test("an answer counts as saved only once the server has it", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.1");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("AnswerIndicator")) await held;
    await route.continue();
  });
  await answer.text.fill("Nog onderweg.");
  await answer.text.blur();
  await page.waitForTimeout(1_500);
  expect(await answer.section.getByText("Bewaren…").isVisible()).toBe(true);
  release();
  await answer.saved();
});

test("what is begun shows in the work of the norm, and ja or nee doesn't", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.4");
  await answer.choose("Ja");
  await answer.write("Met de gemeente ligt vast wie waarnaar verwijst.");
  await page.getByText(/\d in bewerking/).waitFor();
  expect(await page.getByText(/\d (ja|nee)\b/i).count()).toBe(0);
});

test("text typed without a connection is kept, and sent when there is one again", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const answer = new Answer(page, "4.3");
  const text = `Zonder verbinding geschreven om ${Date.now()}.`;
  await page.context().setOffline(true);
  await answer.text.fill(text);
  await answer.section.getByText("Er is nu geen verbinding").waitFor();
  await page.context().setOffline(false);
  await answer.saved();
  await page.reload();
  expect(await answer.text.inputValue()).toBe(text);
});

test("a tab that is closed in the middle of typing loses nothing", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  const address = page.url();
  const text = `Net voor het sluiten geschreven om ${Date.now()}.`;
  // Nothing leaves this tab any more, as when the machine goes down.
  await page.route("**/graphql", (route) => route.abort());
  await new Answer(page, "4.3").text.fill(text);
  const next = await page.context().newPage();
  await page.close();
  await next.goto(address);
  const answer = new Answer(next, "4.3");
  await answer.saved();
  expect(await answer.text.inputValue()).toBe(text);
});

test("somebody who reads along sees the answer and can't change it", async () => {
  const writer = await openNormAs("Noor Dekker", "4");
  const written = new Answer(writer, "4.1");
  const text = `Voor wie meeleest, ${Date.now()}.`;
  await written.write(text);

  const page = await openNormAs("Ruud Jansma", "4");
  const answer = new Answer(page, "4.1");
  await answer.section.getByText(text).waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  expect(await page.getByRole("radio", { name: "Nee" }).count()).toBe(0);
});

test("signing out with text that isn't sent asks first", async () => {
  const page = await openNormAs("Noor Dekker", "4");
  await page.context().setOffline(true);
  await new Answer(page, "4.3").text.fill(`Nog niet verstuurd, ${Date.now()}.`);
  await page.getByText("Er is nu geen verbinding").waitFor();
  await page.getByRole("button", { name: "Log uit" }).click();
  const question = page.getByRole("dialog", { name: "Er is nog tekst niet bewaard" });
  await question.waitFor();
  await page.getByRole("button", { name: "Blijf ingelogd" }).click();
  await question.waitFor({ state: "detached" });
  await page.context().setOffline(false);
  await new Answer(page, "4.3").saved();
  expect(await question.count()).toBe(0);
});
