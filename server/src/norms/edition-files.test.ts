import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kwaliteitInBeeld2, type Edition } from "@toetssteen/norms";
import { afterEach, expect, test } from "vitest";
import { asYaml, editionText } from "../../../packages/norms/test/edition-text.ts";
import { StartError } from "../start-error.ts";
import { loadEditions } from "./edition-files.ts";
import { builtInEditions } from "./editions.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A data folder with these files of a rights holder. */
async function dataDirWith(files: Record<string, string>): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "toetssteen-editions-"));
  folders.push(dataDir);
  await mkdir(join(dataDir, "editions"));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(dataDir, "editions", name), text);
  }
  return dataDir;
}

async function refusal(files: Record<string, string>): Promise<string> {
  const dataDir = await dataDirWith(files);
  const error: unknown = await loadEditions(dataDir).catch((reason: unknown) => reason);
  if (!(error instanceof StartError)) throw new Error("the files were accepted");
  expect(error.message).not.toContain("\n");
  return error.message.replaceAll(join(dataDir, "editions/"), "");
}

const official = `edition: voorbeeldkader-1
locale: nl
revision: 4
texts:
  "1": { title: Koers!, question: Waarheen? }
  "1.1": { statement: Wij weten het. }
  "1.2": { statement: Wij delen het. }
  "1.V1": { statement: Het is doordacht! }
`;

const ours = (change: Partial<Edition>) => asYaml({ ...kwaliteitInBeeld2, ...change });

test("without files there are the editions of this release", async () => {
  expect(await loadEditions(join(tmpdir(), "no-such-folder"))).toEqual(builtInEditions);
  expect(await loadEditions(await dataDirWith({}))).toEqual(builtInEditions);
});

test("a file brings an edition of its own, as YAML or as JSON", async () => {
  const { edition } = (await loadEditions(await dataDirWith({ "een.yaml": editionText }))).get(
    "voorbeeldkader-1",
  )!;
  expect(edition.norms[0]!.title.nl).toBe("Koers");
  const asJson = { "een.JSON": JSON.stringify(edition) };
  const again = await loadEditions(await dataDirWith(asJson));
  expect(again.get("voorbeeldkader-1")!.edition).toEqual(edition);
  expect([...again.keys()]).toEqual(["kwaliteit-in-beeld-2", "voorbeeldkader-1"]);
});

test("official texts are laid over an edition, whichever file comes first", async () => {
  const dataDir = await dataDirWith({ "a-teksten.yaml": official, "b-editie.yml": editionText });
  const { base, edition, wordings } = (await loadEditions(dataDir)).get("voorbeeldkader-1")!;
  expect(base.norms[0]!.title.nl).toBe("Koers");
  expect(edition.norms[0]!.title.nl).toBe("Koers!");
  expect(edition.norms[0]!.wording.nl).toBe("official");
  expect(wordings).toMatchObject([{ wording: { locale: "nl", revision: 4 } }]);
});

test("official texts in two languages stack", async () => {
  const dataDir = await dataDirWith({
    "editie.yaml": editionText,
    "nl.yaml": official,
    "en.yaml": official.replace("locale: nl", "locale: en"),
  });
  const { edition } = (await loadEditions(dataDir)).get("voorbeeldkader-1")!;
  expect(edition.norms[0]!.wording).toEqual({ nl: "official", en: "official" });
  expect(edition.officialRevision).toEqual({ nl: 4, en: 4 });
});

test("of an edition in the release and in a file, the higher revision is taken, else the file's", async () => {
  const titled = { title: { nl: "Uit het bestand", en: "From the file" } };
  const { revision } = kwaliteitInBeeld2;
  const titles = async (files: Record<string, string>) =>
    (await loadEditions(await dataDirWith(files))).get(kwaliteitInBeeld2.code)!.edition.title.nl;
  expect(await titles({ "a.yaml": ours({ ...titled, revision: revision + 1 }) })).toBe(
    "Uit het bestand",
  );
  expect(await titles({ "a.yaml": ours(titled) })).toBe("Uit het bestand");
});

test("what isn't YAML or JSON, or begins with a dot, is left alone", async () => {
  const dataDir = await dataDirWith({
    "lees-mij.txt": "{",
    ".half.yaml": "{",
    "oud.yaml.bak": "{",
  });
  expect(await loadEditions(dataDir)).toEqual(builtInEditions);
});

test("a mistake is named with its file, line, place and what may stand there", async () => {
  const wrong = editionText.replace(
    "applies:\n          any: [vobMember",
    "applies:\n          any: [vobLid",
  );
  expect(await refusal({ "een.yaml": wrong })).toBe(
    'een.yaml: regel 17, norms[0].indicators[1].applies.any[0]: "vobLid" staat niet in het bibliotheekprofiel (mag zijn: vobMember, runsIdo)',
  );
  expect(await refusal({ "een.yaml": wrong.replace("revision: 1", "revision: een") })).toMatch(
    /^een\.yaml: regel 5, revision: .*\(and 1 more\)$/,
  );
});

test("official texts for an edition that isn't there are refused, and say which are", async () => {
  expect(await refusal({ "teksten.yaml": official })).toBe(
    'teksten.yaml: regel 1, edition: "voorbeeldkader-1" kan hier niet (mag zijn: kwaliteit-in-beeld-2)',
  );
  expect(await refusal({ "teksten.yaml": "texts: {}\n" })).toMatch(
    /^teksten\.yaml: regel 1, edition: ontbreekt \(mag zijn: kwaliteit-in-beeld-2\)/,
  );
});

test("two files with the same thing are refused by their names", async () => {
  expect(await refusal({ "a.yaml": editionText, "b.yaml": editionText })).toBe(
    "a.yaml and b.yaml both hold voorbeeldkader-1; keep one of them",
  );
  const files = { "a.yaml": editionText, "b.yaml": official, "c.yaml": official };
  expect(await refusal(files)).toBe(
    "b.yaml and c.yaml both hold voorbeeldkader-1 (nl); keep one of them",
  );
});
