import { parseArgs } from "node:util";
import { closeAll, runOn } from "../support/run.ts";
import { openMigratedCluster } from "../support/migrated-cluster.ts";
import { areas } from "./areas.ts";
import { attack } from "./attack.ts";
import { findHole } from "./holes/holes.ts";
import type { Found, Tally } from "./tally.ts";

/** Most findings that are told one by one: what fails everywhere fails for one reason. */
const mostTold = 40;

const help = `pnpm attack [--seed N] [--only AREA]… [--trial TEXT] [--small]
pnpm attack holes [NAME]…

  --seed N      the same choices as an earlier run; it tells which it made
  --only AREA   one of ${areas.map(({ name }) => name).join(", ")}
  --trial TEXT  only tries whose names contain it
  --small       a part of it, chosen by the seed, in seconds`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    only: { type: "string", multiple: true, default: [] },
    trial: { type: "string" },
    small: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** @returns exit code */
async function main(): Promise<number> {
  const unknown = values.only.filter((name) => areas.every((area) => area.name !== name));
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (values.help || unknown.length > 0 || !Number.isSafeInteger(seed)) {
    console.log(help);
    return values.help ? 0 : 1;
  }
  const size = values.small ? "small" : "full";
  console.log(`Attacking, seed ${seed} …`);
  const { cluster, stop } = await openMigratedCluster();
  try {
    runOn(cluster);
    const tally = await attack({
      seed,
      size,
      only: values.only,
      trial: values.trial,
      hole: findHole(process.env["ATTACK_HOLE"]),
      say: (line) => console.log(`  ${line}`),
    });
    tell(tally, seed);
    return tally.refused + tally.allowed === tally.tried && tally.found.length === 0 ? 0 : 1;
  } finally {
    await closeAll();
    await stop();
  }
}

function tell(tally: Tally, seed: number): void {
  for (const found of tally.found.slice(0, mostTold)) console.log(told(found));
  const more = tally.found.length - mostTold;
  if (more > 0) console.log(`… and ${more} more.`);
  if (tally.found.length > 0) {
    const names = [...new Set(tally.found.map(({ area }) => area))];
    const only = names.filter((name) => areas.some((area) => area.name === name));
    const small = values.small ? " --small" : "";
    const named = only.map((name) => ` --only ${name}`).join("");
    console.log(`Again: pnpm attack --seed ${seed}${small}${named}`);
  }
  console.log(tally.lastLine);
}

function told({ kind, area, trial, what }: Found): string {
  return `${kind.toUpperCase()} ${area} · ${trial}\n    ${what}`;
}

process.exitCode = await main();
