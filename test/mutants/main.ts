/**
 * `pnpm mutate`: takes one thing at a time out of a migrated database and looks whether a test notices.
 *
 *     pnpm mutate                                    all of them
 *     pnpm mutate --only 'toetssteen\.plan\b'        those whose name fits
 *     pnpm mutate --some 12 --seed 2026-11-23        a few, the same for the same seed
 */
import { parseArgs } from "node:util";
import type { Mutant } from "./catalogue.ts";
import { equivalent } from "./equivalent.ts";
import { openHunt } from "./hunt.ts";
import { complaints, count, line, some, type Trial } from "./report.ts";

const { values } = parseArgs({
  options: {
    some: { type: "string" },
    seed: { type: "string", default: new Date().toISOString().slice(0, "yyyy-mm-dd".length) },
    only: { type: "string", default: "" },
  },
});
const number = values.some === undefined ? Infinity : Number(values.some);
const whole = number === Infinity && values.only === "";

const hunt = await openHunt();
// Disconnected: the test that started us is gone, however it went.
for (const end of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"])
  process.on(end, () => void hunt.end().finally(() => process.exit(1)));
process.channel?.unref();
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  const { exitCode } = process;
  // Vitest leaves the exit code of its last run, in which a test failed: that is what was wanted.
  await hunt.end();
  process.exitCode = exitCode;
}

async function main(): Promise<boolean> {
  const only = new RegExp(values.only);
  const candidates = hunt.mutants.filter(({ name }) => only.test(name));
  const chosen = whole ? candidates : some(counted(candidates), number, values.seed);
  console.log(`${chosen.length} of ${hunt.mutants.length} mutants, seed ${values.seed}`);

  const broken = await hunt.failing(chosen);
  if (broken) {
    console.log(`Fails without any mutant: ${broken.file}: ${broken.test}`);
    return false;
  }
  const trials = await tryOut(chosen);
  const names = new Set(hunt.mutants.map(({ name }) => name));
  const gone = Object.keys(equivalent).filter((name) => !names.has(name));
  const wrong = [
    ...complaints(trials, equivalent),
    ...gone.map((name) => `there is no such mutant, see test/mutants/equivalent.ts: ${name}`),
  ];
  for (const complaint of wrong) console.log(complaint);
  console.log(count(trials, equivalent));
  return wrong.length === 0 && trials.length > 0;
}

/** The tests with its name decide nearly every mutant; those that are left take minutes each, and come last. */
async function tryOut(mutants: readonly Mutant[]): Promise<Trial[]> {
  const quick: Trial[] = [];
  for (const mutant of mutants) quick.push(await attempt(mutant, "named"));
  const left = quick.filter(({ killer }) => !killer);
  if (left.length > 0) console.log(`The whole suite tries ${left.length} that are left.`);
  const thorough: Trial[] = [];
  for (const { mutant } of left) thorough.push(await attempt(mutant, "all"));
  return [...quick.filter(({ killer }) => killer), ...thorough];
}

async function attempt(mutant: Mutant, among: "named" | "all"): Promise<Trial> {
  const began = performance.now();
  const killer = await hunt.killerOf(mutant, among);
  const trial = { mutant, killer, seconds: (performance.now() - began) / 1000 };
  if (killer || among === "all") console.log(line(trial));
  else console.log(`left     ${mutant.name}`);
  return trial;
}

/** Without those of which it is known that nobody notices: trying these takes every test there is. */
function counted(mutants: readonly Mutant[]): Mutant[] {
  return mutants.filter(({ name }) => equivalent[name] === undefined);
}
