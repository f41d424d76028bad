/** `pnpm bench`: how much work a request is, beside peers that do the same on the same database. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseMbOf } from "./cluster.ts";
import { documents, type OperationKey } from "./documents.ts";
import { AnswersDiffer, requireEquality } from "./equality.ts";
import { openSetup, type Setup } from "./setup.ts";
import { loadLibraries } from "./load.ts";
import { measure, type Effort, type Result, type Versions } from "./measure.ts";
import { contenderNames, operations, type ContenderName } from "./operations.ts";
import { ratiosOf, usualLibraries } from "./ratios.ts";
import { machineOf, ratioLines, tableOf, type Report } from "./report.ts";

const growing = [100, usualLibraries, 10_000];
const usage = `bench [operation …] [--with contender,…] [--libraries number] [--rounds number] [--seconds number]

Operations: ${Object.keys(documents).join(", ")}; all of them without.
Contenders: ${contenderNames.join(", ")}; ours always takes part.
Without --libraries: ${growing.join(", ")}, the peers at ${usualLibraries}.

bench web --help says how pages in a browser are measured; bench texts measures what long texts cost.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    with: { type: "string" },
    libraries: { type: "string" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "5" },
    help: { type: "boolean" },
  },
});

async function bench(): Promise<void> {
  const keys = chosen(positionals, Object.keys(documents) as OperationKey[]);
  const names = chosen(values.with?.split(",") ?? [], contenderNames).filter(
    (name) => name !== "ours",
  );
  const sizes = values.libraries === undefined ? growing : [Number(values.libraries)];
  const usual = values.libraries === undefined ? usualLibraries : Number(values.libraries);
  const effort: Effort = {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    warmUpRequests: 1_000,
    connections: 8,
  };
  const results: Result[] = [];
  const bytes: Record<string, Record<string, number>> = {};
  const databaseMb: Record<string, number> = {};
  const versions: Versions = new Map();
  const [first = usual] = sizes;
  say(`Loading ${first} libraries and starting ${["ours", ...names].join(", ")}`);
  const setup = await openSetup(names, first);
  try {
    let loaded = first;
    for (const size of sizes) {
      if (size > loaded) {
        say(`Loading up to ${size} libraries`);
        await loadLibraries(setup.database.adminUrl, loaded, size);
        loaded = size;
      }
      databaseMb[size] = await databaseMbOf(setup.database);
      say(`${size} libraries; the database has ${databaseMb[size].toFixed(0)} MB`);
      for (const key of size === usual ? keys : keys.filter(grows)) {
        // Once: what is written while it is measured stays.
        if (key !== "half") bytes[operations[key]] ??= await compareAnswers(setup, key);
        const taking = size !== usual || key === "half" ? (["ours"] as const) : contendersOf(setup);
        say(`Measuring ${operations[key]}: ${taking.join(", ")}`);
        results.push(...(await measure(setup, key, taking, size, effort, versions)));
      }
    }
    const startedInMs = Object.fromEntries(
      [...setup.contenders].map(([name, running]) => [name, Math.round(running.startedInMs)]),
    );
    const ratios = ratiosOf(results, usual);
    await print({ machine: machineOf(), results, ratios, bytes, startedInMs, databaseMb });
  } finally {
    await setup.close();
  }
}

const grows = (key: OperationKey) => key === "page" || key === "answer";

function contendersOf({ contenders }: Setup): ContenderName[] {
  return [...contenders.keys()];
}

/** @throws {AnswersDiffer} before anything of the operation is timed */
async function compareAnswers(setup: Setup, key: Exclude<OperationKey, "half">) {
  const sizes = await requireEquality(setup, key, [0, 7, 42]);
  say(`${operations[key]}: the same answer from all, ${sizes.get("ours")} bytes from ours`);
  return Object.fromEntries(sizes);
}

async function print(report: Report): Promise<void> {
  const folder = join(import.meta.dirname, "..", "..", ".data");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "bench.json"), `${JSON.stringify(report, null, 2)}\n`);
  const pairs = (record: Readonly<Record<string, number>>, unit: string) =>
    Object.entries(record)
      .map(([name, value]) => `${name} ${value.toFixed(0)} ${unit}`)
      .join(", ");
  console.log(`\n${report.machine}\n\n${tableOf(report.results)}\n`);
  console.log(`Start to first answer: ${pairs(report.startedInMs, "ms")}`);
  for (const [operation, sizes] of Object.entries(report.bytes))
    console.log(`Bytes of ${operation}: ${pairs(sizes, "")}`);
  console.log(`\n${ratioLines(report.ratios)}\n`);
  const reached = report.ratios.filter(({ isReached }) => isReached).length;
  console.log(
    `operations ${report.results.length}, ratios reached ${reached} of ${report.ratios.length}`,
  );
}

/** @throws where something is asked that there isn't */
function chosen<Name extends string>(asked: readonly string[], all: readonly Name[]): Name[] {
  const unknown = asked.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: ${all.join(", ")}.`);
  return all.filter((name) => asked.length === 0 || asked.includes(name));
}

const began = performance.now();
function say(what: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
}

// The contenders and PostgreSQL end with us, also when somebody has seen enough.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(1));

if (values.help === true) console.log(usage);
else
  await bench().catch((error: unknown) => {
    console.error(error instanceof AnswersDiffer ? error.message : error);
    process.exitCode = 1;
  });
