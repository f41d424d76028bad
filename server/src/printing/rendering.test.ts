import { afterAll, describe, expect, test, vi } from "vitest";
import { outlineWith } from "../../../test/support/outlines.ts";
import { readPdf } from "../../../test/support/read-pdf.ts";
import { readWord } from "../../../test/support/read-word.ts";
import type { Block, Outline } from "./outline.ts";
import { createRenderer } from "./renderer.ts";
import type { Share } from "./turns.ts";

/** Documents are made in a thread beside the server: whatever stands in them, and however many are asked for. */
vi.setConfig({ testTimeout: 120_000 });
const renderer = createRenderer();
afterAll(() => renderer.close());

const noor: Share = { organisation: "Waterlinie", person: "Noor" };
const wim: Share = { organisation: "Heuvelrand", person: "Wim" };
const render = (format: "pdf" | "docx", outline: Outline) => renderer.render(format, outline, noor);
const text = (...lines: readonly string[]): Block => ({ kind: "text", text: lines.join("\n") });

describe("what people wrote", () => {
  const written =
    '#import "x.typ": * #panic() $a^2$ `code` = kop <label> @bron // weg \\ {{naam}} </w:t>';

  test("is never read as an order, in PDF or Word", async () => {
    const outline = outlineWith(text(written, "Een tweede regel."));
    const pdf = await readPdf(await render("pdf", outline));
    expect(pdf.text).toContain(`${written} Een tweede regel.`);
    const word = readWord(await render("docx", outline));
    expect(word.text).toContain(`${written} Een tweede regel.`);
  });

  test("is named by its number where no typeface has a picture of it, and nothing else is lost", async () => {
    const outline = outlineWith(text("Voor \u{F0000} na \u{FFFFD} einde."));
    const pdf = await readPdf(await render("pdf", outline));
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
      await render("pdf", {
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
    await expect(render("pdf", broken)).rejects.toThrow("could not be made");
    const bytes = await render("pdf", outlineWith(text("Gewoon.")));
    expect((await readPdf(bytes)).text).toContain("Gewoon.");
  });

  test("because one organisation asked for too many is refused, and those that wait are made", async () => {
    const asked = Array.from({ length: 18 }, (_, place) =>
      renderer.render("docx", outlineWith(text(`Nummer ${place}.`)), {
        ...noor,
        person: `${place % 3}`,
      }),
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
    const asked = stopping.render("pdf", outlineWith(text("Te laat.")), noor);
    const [answer] = await Promise.all([Promise.allSettled([asked]), stopping.close()]);
    expect(answer).toMatchObject([{ reason: { extensions: { code: "BUSY" } } }]);
  });
});

/** Texts that take long to set for their length: an item for every second character. */
const slow = (boxes: number) =>
  outlineWith(...Array.from({ length: boxes }, () => text("- a\n".repeat(600))));

describe("a document that was made to be slow", () => {
  test("keeps its own organisation waiting and nobody else", async () => {
    const finished: string[] = [];
    const theirs = Array.from({ length: 3 }, (_, place) =>
      renderer
        .render("pdf", slow(8), { ...noor, person: `${place}` })
        .then(() => finished.push("slow")),
    );
    const others = Array.from({ length: 3 }, (_, place) =>
      renderer
        .render("pdf", outlineWith(text("Gewoon.")), { ...wim, person: `${place}` })
        .then(() => finished.push("ordinary")),
    );
    await Promise.all([...theirs, ...others]);
    // One of the slow ones had begun before anybody else asked.
    expect(finished.slice(0, 4).filter((one) => one === "ordinary")).toHaveLength(3);
  });

  test("is given up after a time, with what to do about it, and the next is made", async () => {
    const strict = createRenderer({ longest: 1_500 });
    const refused = strict.render("pdf", slow(100), noor);
    await expect(refused).rejects.toMatchObject({ extensions: { code: "PRINT_TOO_LARGE" } });
    const impatient = createRenderer({ longestWait: 1_500 });
    await expect(impatient.render("pdf", slow(100), noor)).rejects.toMatchObject({
      extensions: { code: "PRINT_TOO_LARGE" },
    });
    await impatient.close();
    const patient = createRenderer();
    expect(await patient.render("docx", outlineWith(text("Gewoon.")), noor)).toBeDefined();
    await Promise.all([strict.close(), patient.close()]);
  });

  test("is given up when it holds too much, and its memory goes back with its process", async () => {
    const strict = createRenderer({ mostMemory: 200_000_000 });
    const refused = strict.render("pdf", slow(100), noor);
    const [held] = strict.processes();
    await expect(refused).rejects.toMatchObject({ extensions: { code: "PRINT_TOO_LARGE" } });
    expect(strict.processes()).not.toContain(held);
    await strict.close();
    expect(isThere(held)).toBe(false);
  });

  test("leaves a process that is replaced once it kept more than it may", async () => {
    const strict = createRenderer({ mostKept: 1 });
    await strict.render("docx", outlineWith(text("Gewoon.")), noor);
    expect(strict.processes()).toEqual([]);
    await strict.close();
    const lenient = createRenderer();
    await lenient.render("docx", outlineWith(text("Gewoon.")), noor);
    const kept = lenient.processes();
    expect(kept).toHaveLength(1);
    await lenient.render("docx", outlineWith(text("Gewoon.")), noor);
    expect(lenient.processes()).toEqual(kept);
    await lenient.close();
  });
});

describe("a document that is too large", () => {
  const full = (length: number) =>
    outlineWith(...Array.from({ length: 103 }, () => text("Wij lezen. ".repeat(length / 11))));

  test("is refused before it is begun; one with every box full is made", async () => {
    await expect(render("pdf", full(33_000))).rejects.toMatchObject({
      extensions: { code: "PRINT_TOO_LARGE" },
    });
    expect((await render("docx", full(19_998))).length).toBeGreaterThan(0);
  });

  test("for it has to be spelled out is refused too", async () => {
    const spelled = outlineWith(
      ...Array.from({ length: 40 }, (_, box) =>
        text(
          Array.from({ length: 9_999 }, (_, place) =>
            String.fromCodePoint(0x12000 + ((place * 7 + box) % 900)),
          ).join(""),
        ),
      ),
    );
    await expect(render("pdf", spelled)).rejects.toMatchObject({
      extensions: { code: "PRINT_TOO_LARGE" },
    });
  });
});

function isThere(id: number | undefined): boolean {
  try {
    return id !== undefined && process.kill(id, 0);
  } catch {
    return false;
  }
}
