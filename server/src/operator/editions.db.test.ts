import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { editionText } from "../../../packages/norms/test/edition-text.ts";
import { createTestDatabase } from "../../../test/support/cluster.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { openEmbeddedPostgres } from "../embedded/embedded.ts";
import { parseCommand } from "./command.ts";
import { OperatorError } from "./refusal.ts";
import { runCommand } from "./run.ts";

const world = await openWorld();
const folder = await mkdtemp(join(tmpdir(), "toetssteen-editions-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

let codes = 0;
/** An edition that no other test has published. */
let code: string;
let edition: string;
beforeEach(async () => {
  code = `proefkader-${++codes}`;
  edition = editionText.replaceAll("voorbeeldkader-1", code);
  await rm(join(folder, "data"), { recursive: true, force: true });
});

const settings = (adminUrl?: string) => ({
  dataDir: join(folder, "data"),
  workingFolder: folder,
  publicUrl: "https://toetssteen.example",
  adminUrl,
});

async function give(verb: "check" | "add", text: string, adminUrl = world.database.adminUrl) {
  await writeFile(join(folder, "bestand.yaml"), text);
  const command = parseCommand(["edition", verb, "bestand.yaml"]);
  return runCommand(command, settings(verb === "check" ? undefined : adminUrl));
}

async function refusal(verb: "check" | "add", text: string): Promise<string> {
  const error: unknown = await give(verb, text).catch((reason: unknown) => reason);
  if (error instanceof OperatorError) return error.message;
  throw new Error("the file was taken", { cause: error });
}

const list = () => runCommand(parseCommand(["edition", "list"]), settings(world.database.adminUrl));
const kept = () => readdir(join(folder, "data", "editions")).catch(() => []);

const official = (title = "Koers!", revision = 1) => `edition: ${code}
locale: nl
revision: ${revision}
texts:
  "1": { title: ${title}, question: Waarheen? }
  "1.1": { statement: Wij weten het. }
  "1.2": { statement: Wij delen het. }
  "1.V1": { statement: Het is doordacht! }
`;

describe("checking a file", () => {
  test("needs no database and changes nothing", async () => {
    expect(await give("check", edition)).toEqual([
      `bestand.yaml klopt: Voorbeeldkader (${code}), revisie 1.`,
      "Dit is nieuw.",
    ]);
    expect(await kept()).toEqual([]);
  });

  test("names every mistake by line and place, with what may stand there", async () => {
    const wrong = edition
      .replace("revision: 1", "revision: 0")
      .replace("wording: { nl: official", "wording: { nl: ons");
    expect((await refusal("check", wrong)).split("\n")).toEqual([
      "bestand.yaml, regel 5, revision: moet minstens 1 zijn",
      'bestand.yaml, regel 10, norms[0].wording.nl: "ons" kan hier niet (mag zijn: own, official)',
    ]);
  });

  test("refuses a file that isn't there", async () => {
    const command = parseCommand(["edition", "check", "nergens.yaml"]);
    await expect(runCommand(command, settings())).rejects.toThrow(
      "BESTAND: nergens.yaml kan niet worden gelezen (ENOENT).",
    );
  });
});

describe("adding a file", () => {
  test("publishes an edition and keeps it for the servers", async () => {
    const [line] = await give("add", edition);
    expect(line).toMatch(`Voorbeeldkader (${code}), revisie 1 is gepubliceerd en bewaard als `);
    expect(await kept()).toEqual([`${code}.yaml`]);
    expect(await readFile(join(folder, "data", "editions", `${code}.yaml`), "utf8")).toBe(edition);
    expect((await list()).join("\n")).toMatch(
      new RegExp(
        `^${code}: Voorbeeldkader, van 2027-01-01 tot en met 2030-12-31, revisie 1; .*; in gebruik bij 0 bibliotheken$`,
        "m",
      ),
    );
  });

  test("twice changes nothing", async () => {
    await give("add", edition);
    expect(await give("add", edition)).toEqual([
      `Voorbeeldkader (${code}), revisie 1: Dit is er al, woord voor woord; er verandert niets.`,
    ]);
  });

  test("takes the place of the earlier words, when these have a higher revision", async () => {
    await give("add", edition);
    const better = edition.replace("nl: Voorbeeldkader", "nl: Beter kader");
    const message = new RegExp(
      `^BESTAND: ${code} is gepubliceerd met andere woorden .* geef de gewijzigde woorden een hoger nummer\\.$`,
    );
    expect(await refusal("add", better)).toMatch(message);
    await give("add", better.replace("revision: 1", "revision: 2"));
    expect(await kept()).toEqual([`${code}.yaml`]);
    expect((await list()).join("\n")).toContain(`${code}: Beter kader`);
  });

  test("never changes the structure of what was published, nor when its file is gone", async () => {
    await give("add", edition);
    const other = edition.replace("2030-12-31", "2031-12-31").replace("revision: 1", "revision: 2");
    const message = `BESTAND: ${code} is gepubliceerd met een andere opbouw (codes, volgorde, regels of data); geef de gewijzigde editie een nieuwe code.`;
    expect(await refusal("add", other)).toBe(message);
    await rm(join(folder, "data"), { recursive: true });
    expect(await refusal("add", other)).toBe(message);
    expect(await kept()).toEqual([]);
    expect((await list()).join("\n")).toContain(`${code}: is gepubliceerd, maar staat niet in `);
  });

  test("lays official texts over an edition, with revisions of their own", async () => {
    await give("add", edition);
    const [line] = await give("add", official());
    expect(line).toMatch(
      `officiële teksten (nl) voor ${code}, revisie 1 is gepubliceerd en bewaard als `,
    );
    expect(await kept()).toEqual([`${code}.nl.yaml`, `${code}.yaml`]);
    expect(await refusal("add", official("Anders"))).toMatch(
      /geef de gewijzigde woorden een hoger nummer\.$/,
    );
    await give("add", official("Anders", 2));
    expect((await list()).join("\n")).toMatch(`officiële teksten: nl revisie 2`);
  });

  test("replaces the copy that there is, whatever its name, and nothing else", async () => {
    await mkdir(join(folder, "data", "editions"), { recursive: true });
    await writeFile(join(folder, "data", "editions", "zelf-gekozen.yml"), edition);
    await give(
      "add",
      edition.replace("revision: 1", "revision: 2").replace("nl: Voorbeeldkader", "nl: Beter"),
    );
    expect(await kept()).toEqual(["zelf-gekozen.yml"]);
    const next = `proefkader-${++codes}`;
    await writeFile(
      join(folder, "data", "editions", `${next}.yaml`),
      edition.replaceAll(code, `${code}-b`),
    );
    expect(await refusal("add", edition.replaceAll(code, next))).toMatch(
      /bestaat al en bevat iets anders; geef dat een andere naam\.$/,
    );
    expect((await list()).join("\n")).not.toContain(`${next}:`);
  });
});

describe("the operator's database", () => {
  test("is refused by the setting's name when it can't be reached", async () => {
    const wrong = Object.assign(new URL(world.database.adminUrl), {
      password: "geheim-en-onjuist",
    }).href;
    const error: unknown = await give("add", edition, wrong).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    expect(String(error)).toMatch(/DATABASE_ADMIN_URL opent geen database: .+\.$/);
    expect(String(error)).not.toContain("geheim");
  });

  test("is refused when no server has prepared it yet", async () => {
    const { adminUrl } = await createTestDatabase({ migrated: false });
    await expect(give("add", edition, adminUrl)).rejects.toThrow(
      "Deze database is nog niet ingericht: draai eerst npm run migrate, of start de server met zijn eigen database.",
    );
  });

  test("is that of the server that runs on the data folder", async () => {
    await mkdir(join(folder, "data"), { recursive: true });
    const urls = `DATABASE_URL=${world.database.databaseUrl}\nDATABASE_ADMIN_URL=${world.database.adminUrl}\n`;
    await writeFile(join(folder, "data", "database.env"), urls);
    const { name } = await world.organisation("Bibliotheek Dotterbloem");
    const lines = await runCommand(parseCommand(["organisation", "list"]), settings());
    expect(lines.join("\n")).toContain(name);
  });

  test("is the embedded one, prepared and opened for the while, when no server runs", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "toetssteen-operator-"));
    // PostgreSQL's own user must get in when the tests run as root.
    await chmod(dataDir, 0o755);
    try {
      await (await openEmbeddedPostgres({ dataDir, durable: false })).stop();
      const alone = { ...settings(), dataDir };
      const organisations = parseCommand(["organisation", "list"]);
      expect(await runCommand(organisations, alone)).toEqual(["Er zijn nog geen organisaties."]);
      const left = await readdir(dataDir);
      expect(left).toContain("postgres");
      expect(left).not.toContain("database.env");
      expect(await readdir(join(dataDir, "postgres"))).not.toContain("postmaster.pid");
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
