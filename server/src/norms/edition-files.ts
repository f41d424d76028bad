import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  checkEdition,
  checkWording,
  describeFileError,
  isWordingFile,
  type FileError,
} from "@toetssteen/norms/edition-file";
import { StartError } from "../start-error.ts";
import { builtInEditions, type LoadedEdition, type LoadedEditions } from "./editions.ts";

/** Where the files of rights holders are, within the data folder. */
export function editionsFolder(dataDir: string): string {
  return join(dataDir, "editions");
}

/**
 * This release's editions, and those in the rights holders' files, with official texts laid over them. Where both have an
 * edition, the higher revision of its words is taken, and the file's when they are equal. Says nothing about what was
 * published before: that is `publishEditions`.
 *
 * @throws {StartError} naming the file, the line and what would be right
 */
export async function loadEditions(dataDir: string): Promise<LoadedEditions> {
  const loaded = new Map(builtInEditions);
  const texts = await readFolder(editionsFolder(dataDir));
  for (const { file, text } of texts.filter((one) => !isWordingFile(one.text))) {
    const checked = checkEdition(text);
    if (!checked.ok) throw wrongFile(file, checked.errors);
    const { edition } = checked;
    const known = loaded.get(edition.code);
    if (known?.file) throw sameThing(known.file, file, edition.code);
    if (known && known.base.revision > edition.revision) continue;
    loaded.set(edition.code, { base: edition, wordings: [], edition, file });
  }
  const wordingFiles = new Map<string, string>();
  for (const { file, text } of texts.filter((one) => isWordingFile(one.text))) {
    const { code, locale, laid } = layOver(loaded, file, text);
    const earlier = wordingFiles.get(`${code} ${locale}`);
    if (earlier !== undefined) throw sameThing(earlier, file, `${code} (${locale})`);
    wordingFiles.set(`${code} ${locale}`, file);
    loaded.set(code, laid);
  }
  return loaded;
}

function layOver(loaded: LoadedEditions, file: string, text: string) {
  const checked = checkWording(text, ...[...loaded.values()].map(({ edition }) => edition));
  if (!checked.ok) throw wrongFile(file, checked.errors);
  const { edition, wording } = checked;
  const under = loaded.get(wording.edition) as LoadedEdition;
  const laid: LoadedEdition = {
    ...under,
    wordings: [...under.wordings, { wording, file }],
    edition,
  };
  return { code: wording.edition, locale: wording.locale, laid };
}

async function readFolder(folder: string): Promise<{ file: string; text: string }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new StartError(`${folder} can't be read: ${error.message}`);
  });
  const files = names.filter((name) => /^[^.].*\.(ya?ml|json)$/i.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      return { file, text: await readFile(file, "utf8") };
    }),
  );
}

function wrongFile(file: string, [first, ...more]: readonly FileError[]): StartError {
  const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
  return new StartError(`${file}: ${first ? describeFileError(first) : "not readable"}${rest}`);
}

function sameThing(earlier: string, later: string, what: string): StartError {
  return new StartError(`${earlier} and ${later} both hold ${what}; keep one of them`);
}
