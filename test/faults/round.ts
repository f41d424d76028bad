import { setTimeout as pause } from "node:timers/promises";
import { inParallel } from "../attack/in-parallel.ts";
import { createRandom, type Random } from "../attack/random.ts";
import type { Query } from "../support/scenario.ts";
import { answersAgree } from "./agree/answers.ts";
import { commentsAgree } from "./agree/comments.ts";
import { evidenceAgrees } from "./agree/evidence.ts";
import { mailAgrees, type Arrived } from "./agree/mail.ts";
import { openCohort } from "./cohort.ts";
import type { Stage } from "./stage.ts";
import type { Trouble } from "./troubles.ts";
import { deliver, work } from "./working.ts";
import { Ledger, type Found, type Write } from "./write.ts";

/** Least time in milliseconds that people are at work. */
const leastWork = 1_500;
/** How long what is unknown is sent again once everything is well, in milliseconds. */
const settlesWithin = 60_000;
/** How many send again at once. */
const lanes = 30;

/** What goes wrong in a round. */
export interface Plan {
  readonly seed: number;
  readonly troubles: readonly Trouble[];
  /** Nothing may fail for anybody, whatever goes on. */
  readonly strict: boolean;
}

/** What was written in a round, and what is wrong with it. */
export interface Played {
  readonly ledger: Ledger;
  readonly found: readonly Found[];
  /** How many writes were unknown when the round was over. */
  readonly leftUnknown: number;
}

/** People work while things go wrong; then everything is mended, what is unknown sent again, and all of it compared. */
export async function playRound(stage: Stage, plan: Plan, arrived: Arrived): Promise<Played> {
  const random = createRandom(plan.seed);
  const people = await openCohort(stage);
  const ledger = new Ledger();
  const ending = new AbortController();
  const how = { ledger, over: ending.signal, strict: plan.strict };
  const working = people.map((person, place) =>
    work(person, createRandom(plan.seed * 31 + place), how),
  );
  await Promise.all([
    pause(leastWork + random.below(leastWork)),
    ...plan.troubles.map((trouble) => after(random, () => trouble.make(stage, random))),
  ]);
  ending.abort();
  await Promise.all(working);
  await stage.recover();
  const leftUnknown = ledger.count("unknown");
  await settle(ledger, (write) => deliver(write, how));
  for (const { client } of people) client.close();
  await stage.database.as("admin", nothingRuns);
  const found = [...ledger.found, ...(await compare(stage, ledger, arrived))];
  const complaints = stage.complaints().map((what): Found => ({ kind: "unlike", what }));
  return { ledger, found: [...found, ...complaints], leftUnknown };
}

/** Holds what the database has against what people were told. */
export function compare(stage: Stage, ledger: Ledger, arrived: Arrived): Promise<Found[]> {
  return stage.database.as("owner", async (query) => [
    ...(await answersAgree(query, ledger)),
    ...(await commentsAgree(query, ledger)),
    ...(await evidenceAgrees(query, ledger, stage.dataDir)),
    ...(await mailAgrees(query, ledger, arrived)),
  ]);
}

async function after(random: Random, work: () => Promise<void>): Promise<void> {
  await pause(random.below(400));
  await work();
}

/** Sends again what is unknown, as a browser does, until nothing is. */
export async function settle(
  { writes }: Ledger,
  again: (write: Write) => Promise<void>,
): Promise<void> {
  const left = () => writes.filter(({ outcome }) => outcome === "unknown");
  const end = Date.now() + settlesWithin;
  while (left().length > 0) {
    if (Date.now() > end) throw new Error("What was unknown stayed so for a minute.");
    await inParallel(left(), lanes, again);
  }
}

/** What the servers still did for people who had left is over. */
export async function nothingRuns(query: Query): Promise<void> {
  for (let calm = 0; calm < 2; await pause(30)) {
    const busy = await query(
      `select from pg_stat_activity where application_name in ('toetssteen', 'toetssteen identity') and state <> 'idle'`,
    );
    calm = busy.length === 0 ? calm + 1 : 0;
  }
}
