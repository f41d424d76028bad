import { parseArgs } from "node:util";
import { closeAll } from "../support/run.ts";
import { playFaults } from "./faults.ts";
import { beyondCapacity } from "./capacity.ts";
import { oneAsksTooMuch } from "./shares.ts";
import { replacement } from "./replacement.ts";
import { troubles } from "./troubles.ts";

/** Most findings that are told one by one. */
const mostTold = 40;

const names = [
  ...[...troubles, replacement].map(({ name }) => name),
  beyondCapacity,
  oneAsksTooMuch,
];

const help = `pnpm faults [--seed N] [--rounds N] [--trouble TEXT]

  --seed N      the same people, deeds and troubles as an earlier run; it tells which it made
  --rounds N    instead of 200
  --trouble TEXT  only troubles whose names contain it: ${names.join("; ")}`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    rounds: { type: "string", default: "200" },
    trouble: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** @returns exit code */
async function main(): Promise<number> {
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const rounds = Number(values.rounds);
  if (values.help || !Number.isSafeInteger(seed) || !Number.isSafeInteger(rounds) || rounds < 0) {
    console.log(help);
    return values.help ? 0 : 1;
  }
  console.log(`Troubling, seed ${seed} …`);
  try {
    const { found, lastLine } = await playFaults({
      seed,
      rounds,
      trouble: values.trouble,
      beyond: beyondCapacity.includes(values.trouble ?? ""),
      tooMuch: oneAsksTooMuch.includes(values.trouble ?? ""),
      say: (line) => console.log(`  ${line}`),
    });
    for (const { kind, what } of found.slice(0, mostTold))
      console.log(`${kind.toUpperCase()} ${what}`);
    const more = found.length - mostTold;
    if (more > 0) console.log(`… and ${more} more.`);
    const only = values.trouble === undefined ? "" : ` --trouble ${JSON.stringify(values.trouble)}`;
    if (found.length > 0)
      console.log(`Again: pnpm faults --seed ${seed} --rounds ${rounds}${only}`);
    console.log(lastLine);
    return found.length === 0 ? 0 : 1;
  } finally {
    await closeAll();
  }
}

process.exitCode = await main();
