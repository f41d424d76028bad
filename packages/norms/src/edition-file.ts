/**
 * The second door: editions and official texts in files of a rights holder, checked before they are loaded.
 *
 * Apart from `index.ts`, so that a browser never gets the YAML reader and the schema.
 */
import { z } from "zod";
import { locales, type Edition } from "./edition.ts";
import { editionSchema, revisionSchema, textSchema } from "./edition-schema.ts";
import { describeFileError, readFile, type FileError } from "./file-errors.ts";
import { readYaml } from "./located-yaml.ts";
import { missingTexts, withWording, type OfficialWording } from "./wording.ts";

export { describeFileError, editionSchema, type FileError, type OfficialWording };

/** An edition, or everything that is wrong with the file, from top to bottom. */
export type CheckedFile =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** Official texts and the edition with these texts in it, or everything that is wrong with the file. */
export type CheckedWording =
  | { readonly ok: true; readonly edition: Edition; readonly wording: OfficialWording }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/**
 * Reads an edition from YAML or JSON.
 *
 * Says nothing about what was published before under the same code: ask `editionChange`.
 */
export function checkEdition(text: string): CheckedFile {
  const file = readFile(text, editionSchema);
  return file.ok ? { ok: true, edition: file.value } : file;
}

/**
 * Reads official texts for one of these editions, in one language, and lays them over it. The structure stays what it was.
 *
 * The file holds `edition`, `locale`, `revision` and `texts`: the texts by the code of a norm, indicator, question or slot.
 * A norm gets official words as a whole or not at all; guidance, placeholders and slot labels may stay as they are.
 */
export function checkWording(text: string, ...editions: readonly Edition[]): CheckedWording {
  const code = fieldsOf(text)["edition"];
  const edition = editions.find((one) => one.code === code);
  if (edition === undefined) {
    const file = readFile(text, z.object({ edition: z.enum(editions.map((one) => one.code)) }));
    return { ok: false, errors: file.ok ? [] : file.errors };
  }
  const file = readFile(text, wordingSchema(edition));
  if (!file.ok) return file;
  return { ok: true, edition: withWording(edition, file.value), wording: file.value };
}

/** Whether a text looks like official texts for an edition instead of an edition: it has `texts` and no `norms`. */
export function isWordingFile(text: string): boolean {
  const fields = fieldsOf(text);
  return Object.hasOwn(fields, "texts") && !Object.hasOwn(fields, "norms");
}

function fieldsOf(text: string): { readonly [field: string]: unknown } {
  const file = readYaml(text);
  return file.ok && typeof file.value === "object" && file.value !== null ? { ...file.value } : {};
}

const optionalText = textSchema.exactOptional();
const normTexts = z.strictObject({ title: textSchema, question: textSchema });
const indicatorTexts = z.strictObject({
  statement: textSchema,
  guidance: optionalText,
  placeholder: optionalText,
});
const questionTexts = z.strictObject({
  statement: textSchema,
  title: optionalText,
  guidance: optionalText,
});
const slotTexts = z.strictObject({ label: textSchema });

function wordingSchema(edition: Edition): z.ZodType<OfficialWording> {
  const byCode = edition.norms.flatMap(({ code, indicators, questions }) => [
    [code, normTexts.exactOptional()],
    ...indicators.map((one) => [one.code, indicatorTexts.exactOptional()]),
    ...questions.flatMap((one) => [
      [one.code, questionTexts.exactOptional()],
      ...one.slots.map((slot) => [slot.code, slotTexts.exactOptional()]),
    ]),
  ]) as readonly (readonly [string, z.ZodType])[];
  return z
    .strictObject({
      edition: z.literal(edition.code),
      locale: z.enum(locales),
      revision: revisionSchema,
      texts: z.strictObject(Object.fromEntries(byCode)),
    })
    .superRefine((wording, context) => {
      if (context.issues.length > 0) return;
      if (Object.keys(wording.texts).length === 0) {
        context.addIssue({ code: "custom", path: ["texts"], message: "mag niet leeg zijn" });
      }
      for (const { norm, code } of missingTexts(edition, wording as OfficialWording)) {
        const message = `norm ${norm} is niet compleet: de tekst van "${code}" ontbreekt`;
        context.addIssue({ code: "custom", path: ["texts"], message });
      }
    }) as unknown as z.ZodType<OfficialWording>;
}
