import { afterAll, describe, expect, test } from "vitest";
import { outlineWith } from "../../../test/support/outlines.ts";
import { readPdf } from "../../../test/support/read-pdf.ts";
import { readWord } from "../../../test/support/read-word.ts";
import type { Block } from "./outline.ts";
import { createRenderer } from "./renderer.ts";

/** Documents are made in a thread beside the server: whatever stands in them, and however many are asked for. */
const renderer = createRenderer();
afterAll(() => renderer.close());

const text = (...lines: readonly string[]): Block => ({ kind: "text", text: lines.join("\n") });

describe("what people wrote", () => {
  const written =
    '#import "x.typ": * #panic() $a^2$ `code` = kop <label> @bron // weg \\ {{naam}} </w:t>';

  test("is never read as an order, in PDF or Word", async () => {
    const outline = outlineWith(text(written, "Een tweede regel."));
    const pdf = await readPdf(await renderer.render("pdf", outline));
    expect(pdf.text).toContain(`${written} Een tweede regel.`);
    const word = readWord(await renderer.render("docx", outline));
    expect(word.text).toContain(`${written} Een tweede regel.`);
  });

  test("is named by its number where no typeface has a picture of it, and nothing else is lost", async () => {
    const outline = outlineWith(text("Voor \u{F0000} na \u{FFFFD} einde."));
    const pdf = await readPdf(await renderer.render("pdf", outline));
    expect([pdf.universal, pdf.text]).toEqual([
      "1",
      expect.stringContaining("Voor [U+F0000] na [U+FFFFD] einde."),
    ]);
  });

  test("stays on the paper, however long a word in it is, and a fingerprint stays whole", async () => {
    const [address, sha256] = [
      `https://voorbeeld.example/${"adres/".repeat(60)}`,
      "0af3".repeat(16),
    ];
    const pdf = await readPdf(
      await renderer.render("pdf", {
        ...outlineWith(text(address)),
        facts: [{ label: "Vingerafdruk", value: sha256 }],
      }),
    );
    expect(pdf.text.replaceAll(" ", "")).toContain(address);
    expect(pdf.text).toContain(sha256);
  });
});

describe("a document that can't be made", () => {
  test("fails by itself, and the next one is made", async () => {
    const broken = outlineWith({ kind: "nothing known" } as unknown as Block);
    await expect(renderer.render("pdf", broken)).rejects.toThrow("could not be made");
    const bytes = await renderer.render("pdf", outlineWith(text("Gewoon.")));
    expect((await readPdf(bytes)).text).toContain("Gewoon.");
  });

  test("because too many wait is refused, and those that wait are made", async () => {
    const asked = Array.from({ length: 18 }, (_, place) =>
      renderer.render("docx", outlineWith(text(`Nummer ${place}.`))),
    );
    const answers = await Promise.allSettled(asked);
    const made = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    expect(made.map((bytes, place) => readWord(bytes).text.includes(`Nummer ${place}.`))).toEqual(
      Array.from({ length: 17 }, () => true),
    );
    expect(answers.at(-1)).toMatchObject({ reason: { extensions: { code: "BUSY" } } });
  });

  test("because the server stops is refused", async () => {
    const stopping = createRenderer();
    const asked = stopping.render("pdf", outlineWith(text("Te laat.")));
    const [answer] = await Promise.all([Promise.allSettled([asked]), stopping.close()]);
    expect(answer).toMatchObject([{ reason: { extensions: { code: "BUSY" } } }]);
  });
});
