import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { createVitest, type TestProject, type TestSpecification, type Vitest } from "vitest/node";
import type { Cluster } from "../support/migrated-cluster.ts";
import { mutantsOf, type Mutant } from "./catalogue.ts";

/** A test that failed on a mutant and passes otherwise. */
export interface Killer {
  readonly file: string;
  readonly test: string;
}

export interface Hunt {
  readonly mutants: readonly Mutant[];
  /**
   * The first test that notices; undefined when none does.
   * @param among the tests with its name, which decide in a second; or all, which takes minutes
   * @throws when the change can't be made
   */
  killerOf(mutant: Mutant, among: "named" | "all"): Promise<Killer | undefined>;
  /** The first test that fails without any mutant, of those with the names that these have. */
  failing(mutants: readonly Mutant[]): Promise<Killer | undefined>;
  end(): Promise<void>;
}

/** These make a test for every table, with its name; the first to notice most comes first. */
const generated = {
  policy: ["battery", "crossing", "refusals"],
  table: ["refusals", "crossing", "battery"],
};
/** What a test, or several together, are called in their file. */
const title = /\b(?:describe|test)\(\s*"([^"]*)"/g;
/** These read the catalogue, which behaves in no way; for flags only. */
const inspections = /^test\/schema\//;
const inspection = /^test\/schema\/relations\./;
const flag = /as the list of relations says$/;

/**
 * Gives the database tests a changed copy of the migrated database, one mutant at a time. Vitest, the cluster and the
 * compiled modules stay: a mutant costs the tests that it is tried on, no more.
 */
export async function openHunt(): Promise<Hunt> {
  const failed: Killer[] = [];
  const vitest = await createVitest("test", {
    watch: false,
    project: ["database"],
    reporters: [
      {
        onTestCaseResult(test) {
          const file = test.module.relativeModuleId;
          if (test.result().state === "failed") failed.push({ file, test: test.fullName });
        },
      },
    ],
    bail: 1,
    sequence: { sequencer: AsGiven },
  });
  try {
    return await beginHunt(vitest, failed);
  } catch (error) {
    await vitest.close();
    throw error;
  }
}

/** The most telling file first; Vitest would begin with the longest. */
class AsGiven {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

/** @param failed where tests are put that fail */
async function beginHunt(vitest: Vitest, failed: Killer[]): Promise<Hunt> {
  const project = vitest.getProjectByName("database");
  const everything = await vitest.globTestSpecifications();
  const called = (name: RegExp) =>
    everything.filter(({ moduleId }) => name.test(nameOf(vitest, moduleId)));
  const inOrder = (names: readonly string[]) =>
    names.flatMap((name) => called(new RegExp(`^test/tenancy/${name}[.]`)));
  const forTables = { policy: inOrder(generated.policy), table: inOrder(generated.table) };
  const behavioural = everything.filter((file) => !called(inspections).includes(file));
  const texts = new Map(
    await Promise.all(
      everything.map(async ({ moduleId }) => [moduleId, await readFile(moduleId, "utf8")] as const),
    ),
  );
  /** Files with a test whose title has such a name. */
  const entitled = (name: RegExp) =>
    behavioural.filter(({ moduleId }) =>
      [...(texts.get(moduleId) ?? "").matchAll(title)].some(([, said = ""]) => name.test(said)),
    );
  /** By table or function, the files that noticed something of it in this run. */
  const noticed = new Map<string, string[]>();
  /** Files that pass without a mutant. */
  const sounds = new Set<string>();

  const run = async (files: readonly TestSpecification[], testNamePattern?: RegExp) => {
    const specifications = files.map(({ moduleId }) =>
      project.createSpecification(moduleId, testNamePattern && { testNamePattern }),
    );
    failed.length = 0;
    await vitest.runTestSpecifications(specifications);
    return failed[0];
  };

  const failing: Hunt["failing"] = async (mutants) => {
    const theirs = naming(mutants);
    return (
      (await run(called(inspection), flag)) ??
      (await run([...forTables.table, ...entitled(theirs)], theirs))
    );
  };
  // Starts the cluster, which the set-up of the project provides.
  const first = await run(forTables.table, /^nothing is called this$/);
  if (first) throw new Error(`${first.file} fails before it is asked anything.`);
  const { cluster } = project.getProvidedContext();

  /** Files that noticed something of the same kind, then those that speak of it most. */
  const byPromise = ({ of, neededBy = [] }: Mutant) => {
    const words = [of, ...neededBy]
      .map((name) => name.split(".")[1] ?? name)
      .flatMap((word) => [word, camelCase(word)]);
    const spoken = new RegExp(String.raw`\b(${words.join("|")})\b`, "g");
    const before = noticed.get(of) ?? [];
    const promise = ({ moduleId }: TestSpecification) =>
      (before.includes(nameOf(vitest, moduleId)) ? 1000 : 0) +
      (texts.get(moduleId)?.match(spoken)?.length ?? 0);
    return behavioural.toSorted((one, other) => promise(other) - promise(one));
  };

  /** Tries the tests with the name of what was changed, or of a function that needs it: nearly all die there. */
  const tryNamed = async (mutant: Mutant): Promise<Killer | undefined> => {
    if (mutant.kind === "flag") return run(called(inspection), flag);
    const itself = naming([mutant]);
    const ofTable = mutant.kind === "function" ? [] : forTables[mutant.kind];
    // A file at a time: each makes a database, and the first nearly always notices.
    for (const file of [...entitled(itself), ...ofTable]) {
      const killer = await run([file], itself);
      if (killer) return killer;
    }
    return undefined;
  };

  const unchanged = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const provided = project.getProvidedContext().cluster;
    project.provide("cluster", cluster);
    return work().finally(() => project.provide("cluster", provided));
  };

  /** A test that fails only once, or also without the mutant, didn't notice it. */
  const searchAll = async (mutant: Mutant): Promise<Killer | undefined> => {
    let left = byPromise(mutant);
    for (;;) {
      const killer = await run(left);
      if (!killer) return undefined;
      const file = left.filter(({ moduleId }) => nameOf(vitest, moduleId) === killer.file);
      const again = await run(file);
      const sound = sounds.has(killer.file) || (await unchanged(() => run(file))) === undefined;
      if (sound) sounds.add(killer.file);
      if (sound && again) {
        noticed.set(mutant.of, [killer.file, ...(noticed.get(mutant.of) ?? [])]);
        return again;
      }
      left = left.filter((other) => !file.includes(other));
    }
  };

  return {
    mutants: await onDatabase(cluster, cluster.template, mutantsOf),
    failing,
    async killerOf(mutant, among) {
      const remove = await provideChanged(project, cluster, mutant.change).catch((cause) => {
        throw new Error(`This can't be made: ${mutant.name}`, { cause });
      });
      try {
        return await (among === "named" ? tryNamed(mutant) : searchAll(mutant));
      } finally {
        await remove();
      }
    },
    end: () => vitest.close(),
  };
}

/** What has the name of one of these, or of a function that needs it. */
function naming(mutants: readonly Mutant[]): RegExp {
  const names = mutants.flatMap(({ of, neededBy = [] }) => [of, ...neededBy]);
  const escaped = names.map((name) => name.replaceAll(".", String.raw`\.`));
  return new RegExp(String.raw`\b(${escaped.join("|")})\b`);
}

const camelCase = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function nameOf(vitest: Vitest, moduleId: string): string {
  return moduleId.slice(vitest.config.root.length + 1);
}

let templates = 0;

/** Tests copy the changed database until what is returned is called. */
async function provideChanged(
  project: TestProject,
  cluster: Cluster,
  change: string,
): Promise<() => Promise<void>> {
  const template = `mutant_${++templates}`;
  const maintain = (sql: string) =>
    onDatabase(cluster, "postgres", async (client) => void (await client.query(sql)));
  await maintain(`create database ${template} template ${cluster.template}`);
  await onDatabase(cluster, template, (client) => client.query(change));
  project.provide("cluster", { ...cluster, template });
  return async () => {
    project.provide("cluster", cluster);
    await maintain(`drop database ${template} with (force)`);
  };
}

async function onDatabase<Result>(
  { maintenanceUrl }: Cluster,
  name: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const url = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` }).href;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
