import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { editionsFolder, loadEditions } from "../norms/edition-files.ts";
import type { LoadedEdition } from "../norms/editions.ts";
import { PublishedDiffers, publishEditions } from "../norms/publishing.ts";
import type { CommandNamed } from "./command.ts";
import type { Query } from "./database.ts";
import { changesPublished, checkFile, placeIn, type CheckedFile } from "./edition-check.ts";
import { OperatorError } from "./refusal.ts";

/** Where files are looked for and kept. */
export interface Folders {
  readonly dataDir: string;
  /** From where the operator names files. */
  readonly workingFolder: string;
}

/** @returns what to print, a line each */
export async function checkEditionFile(
  { file }: CommandNamed<"edition check">,
  { dataDir, workingFolder }: Folders,
): Promise<string[]> {
  const checked = await checkFile(file, workingFolder, await loadEditions(dataDir));
  return [`${file} klopt: ${checked.title}.`, said[allowed(checked)]];
}

/**
 * Publishes a file and keeps a copy for the servers. Published first, in the transaction: a copy that fails undoes it,
 * and a copy without its publication is published by the next start.
 */
export async function addEditionFile(
  query: Query,
  { file }: CommandNamed<"edition add">,
  { dataDir, workingFolder }: Folders,
): Promise<string[]> {
  const checked = await checkFile(file, workingFolder, await loadEditions(dataDir));
  if (checked.change === "none") return [`${checked.title}: ${said.none}`];
  await publishEditions(query, new Map([[checked.loaded.base.code, checked.loaded]])).catch(
    (error: unknown) => {
      throw error instanceof PublishedDiffers ? changesPublished(error.code, error.change) : error;
    },
  );
  const target = await keep(checked, editionsFolder(dataDir));
  return [
    `${checked.title} is gepubliceerd en bewaard als ${target}.`,
    "Start elke server opnieuw; dan is dit te zien.",
  ];
}

export async function listEditions(query: Query, { dataDir }: Folders): Promise<string[]> {
  const loaded = await loadEditions(dataDir);
  const used = await query<{ code: string; libraries: number }>(
    `select p.code, (select count(distinct c.organisation_id)::int from toetssteen.cycle c where c.edition = p.code) as libraries
     from toetssteen.published_edition p order by p.code`,
  );
  const libraries = new Map(used.map((row) => [row.code, row.libraries]));
  return [
    ...[...loaded.values()].map((one) => describeEdition(one, libraries.get(one.base.code))),
    ...used
      .filter(({ code }) => !loaded.has(code))
      .map(({ code }) => `${code}: is gepubliceerd, maar staat niet in ${editionsFolder(dataDir)}`),
  ];
}

const said = {
  new: "Dit is nieuw.",
  none: "Dit is er al, woord voor woord; er verandert niets.",
  wording: "Alleen de woorden veranderen.",
} as const;

function allowed({ change }: CheckedFile): keyof typeof said {
  if (change === "new" || change === "none") return change;
  return "wording";
}

/** At once, so that a server that starts meanwhile never reads half a file. */
async function keep(checked: CheckedFile, folder: string): Promise<string> {
  const target = placeIn(folder, checked);
  const taken = await stat(target).catch(() => null);
  if (taken && target !== checked.replaces) {
    throw new OperatorError(
      `BESTAND: ${target} bestaat al en bevat iets anders; geef dat een andere naam.`,
    );
  }
  await mkdir(folder, { recursive: true });
  const draft = join(dirname(target), `.${basename(target)}.new`);
  await writeFile(draft, checked.text);
  await rename(draft, target);
  return target;
}

function describeEdition(
  { base, wordings, file }: LoadedEdition,
  libraries: number | undefined,
): string {
  const official = wordings.map(({ wording }) => `${wording.locale} revisie ${wording.revision}`);
  return [
    `${base.code}: ${base.title.nl}, van ${base.validFrom} tot en met ${base.validUntil}, revisie ${base.revision}`,
    ...(official.length > 0 ? [`officiële teksten: ${official.join(", ")}`] : []),
    file === null ? "hoort bij deze versie van Toetssteen" : file,
    libraries === undefined
      ? "nog niet gepubliceerd"
      : `in gebruik bij ${libraries} ${libraries === 1 ? "bibliotheek" : "bibliotheken"}`,
  ].join("; ");
}
