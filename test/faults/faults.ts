import { setTimeout as pause } from "node:timers/promises";
import { createRandom, type Random } from "../attack/random.ts";
import { Arrived } from "./agree/mail.ts";
import { exceedCapacity } from "./capacity.ts";
import { askTooMuch } from "./shares.ts";
import { replacement } from "./replacement.ts";
import { compare, playRound, type Plan } from "./round.ts";
import { openStage, type Stage } from "./stage.ts";
import { troubles, type Trouble } from "./troubles.ts";
import type { Found, Ledger } from "./write.ts";

export interface FaultsOptions {
  readonly seed: number;
  readonly rounds: number;
  /** Whether more is asked than can be answered, too. */
  readonly beyond: boolean;
  /** Whether one person asks so much that others could notice. */
  readonly tooMuch?: boolean;
  /** Makes only the troubles whose names contain this. */
  readonly trouble?: string | undefined;
  /** Hears how far it is. */
  readonly say: (line: string) => void;
}

export interface Outcome {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly found: readonly Found[];
  readonly lastLine: string;
}

/** One round in so many is that of a replacement, in which nothing may fail. */
const replacedEvery = 10;
/** Most findings of a round that are told when it is over. */
const toldAtOnce = 3;
/** How long the queue may take to get empty in the end, in milliseconds. */
const emptyWithin = 60_000;

/** Plays the rounds, on processes and a database of its own; they stay until what runs this closes them. */
export async function playFaults(options: FaultsOptions): Promise<Outcome> {
  const { say } = options;
  const stage = await openStage();
  const arrived = new Arrived(stage.mail);
  const ledgers: Ledger[] = [];
  const found: Found[] = [];
  let told = "";
  for (const [index, plan] of plansOf(options).entries()) {
    const began = performance.now();
    const names = plan.troubles.map(({ name }) => name).join(", ");
    const played = await playRound(stage, plan, arrived).catch((error: unknown) => {
      throw new Error(`Round ${index + 1} (${names}) came to no end.`, { cause: error });
    });
    ledgers.push(played.ledger);
    found.push(
      ...played.found.map(({ kind, what }) => ({ kind, what: `round ${index + 1}: ${what}` })),
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `round ${index + 1}: ${names}: acknowledged ${played.ledger.count("acknowledged")}, overtaken ${played.ledger.count("overtaken")}, sent again in the end ${played.leftUnknown}, found ${played.found.length} (${seconds} s)`,
    );
    // At once: a long run may be broken off.
    for (const { kind, what } of played.found.slice(0, toldAtOnce)) say(`  ${kind}: ${what}`);
  }
  if (options.beyond) {
    const exceeded = await exceedCapacity(stage, options.seed, arrived);
    ledgers.push(exceeded.ledger);
    found.push(...exceeded.found);
    say(exceeded.told);
  }
  if (options.tooMuch) {
    const asked = await askTooMuch(stage);
    found.push(...asked.found);
    say(asked.told);
    told = `, ${asked.told}`;
  }
  found.push(...(await emptyQueue(stage)));
  // What was there once must not have been lost later.
  const known = new Set(found.map(({ what }) => what));
  for (const ledger of ledgers)
    for (const late of await compare(stage, ledger, arrived))
      if (![...known].some((what) => what.endsWith(late.what)))
        found.push({ ...late, what: `in the end: ${late.what}` });
  say(`mail: ${stage.mail.texts.length} arrived, ${arrived.again} of them again under the same id`);
  const outcome = outcomeOf(options.rounds, ledgers, found);
  return { ...outcome, lastLine: outcome.lastLine + told };
}

/** Each kind of trouble comes as often as any other, alone or two at once. */
function plansOf({ seed, rounds, trouble = "" }: FaultsOptions): Plan[] {
  const random = createRandom(seed);
  const named = (one: Trouble) => one.name.includes(trouble);
  const deck = dealing(random, troubles.filter(named));
  return Array.from({ length: rounds }, (_, index): Plan => {
    const strict = named(replacement) && (index % replacedEvery === 2 || deck === null);
    const drawn =
      strict || deck === null ? [replacement] : [deck(), ...(random.next() < 0.5 ? [deck()] : [])];
    return { seed: seed * 1_000 + index, troubles: [...new Set(drawn)], strict };
  });
}

/** Null where there is nothing to deal. */
function dealing(random: Random, all: readonly Trouble[]): (() => Trouble) | null {
  if (all.length === 0) return null;
  let left: Trouble[] = [];
  return () => {
    if (left.length === 0) left = random.shuffled(all);
    return left.pop() as Trouble;
  };
}

/** As after the while for which a worker that was killed keeps its jobs: each is then done. */
async function emptyQueue({ database }: Stage): Promise<Found[]> {
  const end = Date.now() + emptyWithin;
  const isKept = "locked_at <= now() - interval '3 seconds'";
  for (let left: unknown[] = [null]; left.length > 0; await pause(200)) {
    if (Date.now() > end)
      return left.map((job) => ({ kind: "lost", what: `not done: ${JSON.stringify(job)}` }));
    left = await database.as("admin", async (query) => {
      await query(
        `update graphile_worker._private_jobs set run_at = least(run_at, now()),
           locked_at = case when not ${isKept} then locked_at end, locked_by = case when not ${isKept} then locked_by end
         where run_at > now() or ${isKept}`,
      );
      await query(`select pg_notify('jobs:insert', '{"r":"","count":1}')`);
      return query(
        "select j.id, j.attempts, j.locked_at, j.last_error from graphile_worker._private_jobs j",
      );
    });
  }
  return [];
}

function outcomeOf(rounds: number, ledgers: readonly Ledger[], found: readonly Found[]): Outcome {
  const acknowledged = ledgers.reduce((sum, ledger) => sum + ledger.count("acknowledged"), 0);
  const count = (kind: Found["kind"]) => found.filter((one) => one.kind === kind).length;
  const lastLine = `rounds ${rounds}, acknowledged ${acknowledged}, lost ${count("lost")}, doubled ${count("doubled")}`;
  return { rounds, acknowledged, found, lastLine };
}
