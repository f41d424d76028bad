import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { editionChange, type Edition, type EditionChange } from "@toetssteen/norms";
import {
  checkEdition,
  checkWording,
  describeFileError,
  isWordingFile,
  type FileError,
  type OfficialWording,
} from "@toetssteen/norms/edition-file";
import type { LoadedEdition, LoadedEditions } from "../norms/editions.ts";
import { revisionsOf } from "../norms/publishing.ts";
import { OperatorError } from "./refusal.ts";

/** A rights holder's file that is right, beside the editions that are known. */
export interface CheckedFile {
  readonly text: string;
  /** What it holds, for people. */
  readonly title: string;
  /** How it differs from what is known under the same code; 'new' when nothing is. */
  readonly change: EditionChange | "new";
  /** The edition as it is with this file. */
  readonly loaded: LoadedEdition;
  /** The kept copy that this one takes the place of. */
  readonly replaces: string | null;
  /** Name of a copy that takes no place. */
  readonly name: string;
}

/**
 * @param known what the server has now
 * @throws {OperatorError} with a line for each mistake: file, line, place and what may stand there; or because it
 *   changes what may not change
 */
export async function checkFile(
  file: string,
  workingFolder: string,
  known: LoadedEditions,
): Promise<CheckedFile> {
  // A container sees no file of the machine that it runs on, but it hears what that says.
  const from = file === "-" ? "/dev/stdin" : resolve(workingFolder, file);
  const text = await readFile(from, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`BESTAND: ${file} kan niet worden gelezen (${error.code}).`);
  });
  const found = isWordingFile(text) ? wordingIn(file, text, known) : editionIn(file, text, known);
  if (found.change === "structure" || found.change === "wording-without-revision") {
    throw changesPublished(found.loaded.base.code, found.change);
  }
  return found;
}

export function changesPublished(
  code: string,
  change: "structure" | "wording-without-revision",
): OperatorError {
  return new OperatorError(
    change === "structure"
      ? `BESTAND: ${code} is gepubliceerd met een andere opbouw (codes, volgorde, regels of data); geef de gewijzigde editie een nieuwe code.`
      : `BESTAND: ${code} is gepubliceerd met andere woorden onder dit nummer van "revision", of een later; geef de gewijzigde woorden een hoger nummer.`,
  );
}

function editionIn(file: string, text: string, known: LoadedEditions): CheckedFile {
  const checked = checkEdition(text);
  if (!checked.ok) throw mistakes(file, checked.errors);
  const { edition } = checked;
  const before = known.get(edition.code);
  return {
    text,
    title: `${edition.title.nl} (${edition.code}), revisie ${edition.revision}`,
    change: before ? editionChange(before.base, edition) : "new",
    loaded: { base: edition, wordings: before?.wordings ?? [], edition, file },
    replaces: before?.file ?? null,
    name: `${edition.code}.yaml`,
  };
}

function wordingIn(file: string, text: string, known: LoadedEditions): CheckedFile {
  const checked = checkWording(text, ...[...known.values()].map(({ base }) => base));
  if (!checked.ok) throw mistakes(file, checked.errors);
  const { edition, wording } = checked;
  const { code } = edition;
  const before = known.get(code) as LoadedEdition;
  const others = before.wordings.filter((one) => one.wording.locale !== wording.locale);
  const replaced = before.wordings.find((one) => one.wording.locale === wording.locale);
  const loaded = { ...before, edition, wordings: [...others, { wording, file }] };
  return {
    text,
    title: `officiële teksten (${wording.locale}) voor ${code}, revisie ${wording.revision}`,
    change: replaced ? wordingChange(before.base, replaced.wording, wording) : "new",
    loaded,
    replaces: replaced?.file ?? null,
    name: `${code}.${wording.locale}.yaml`,
  };
}

function wordingChange(
  base: Edition,
  before: OfficialWording,
  after: OfficialWording,
): EditionChange {
  const digest = (wording: OfficialWording) =>
    revisionsOf({ base, wordings: [{ wording, file: "" }], edition: base, file: null })[1]?.words;
  if (digest(before) === digest(after)) return "none";
  return after.revision > before.revision ? "wording" : "wording-without-revision";
}

function mistakes(file: string, errors: readonly FileError[]): OperatorError {
  return new OperatorError(
    errors.map((error) => `${file}, ${describeFileError(error)}`).join("\n"),
  );
}

/** Where a checked file is kept. */
export function placeIn(folder: string, { replaces, name }: CheckedFile): string {
  return replaces ?? join(folder, name);
}
