import { setTimeout as pause } from "node:timers/promises";
import { createRandom, type Random } from "../attack/random.ts";
import type { Arrived } from "./agree/mail.ts";
import { chooseComment } from "./choose.ts";
import { openClient } from "./client.ts";
import { openCohort, type Person } from "./cohort.ts";
import { compare, nothingRuns, settle } from "./round.ts";
import { attempt, Unlike, type Send } from "./say.ts";
import type { Stage } from "./stage.ts";
import { Ledger, type Found, type Write } from "./write.ts";

export const beyondCapacity = "more is asked than can be answered";

/** How many ask at once to find out how much one server answers. */
const enough = 40;
/** How many times as much is then asked. */
const beyond = 4;
/** How long each part lasts, in milliseconds. */
const lasts = 4_000;
/** How often those come who don't wait for each other, in milliseconds. */
const tick = 10;

/** What became of what was asked in a while. */
interface Asked {
  accepted: number[];
  refused: number;
}

/** Asks one server for more than it can answer: the rest is told to come back, and afterwards all is as before. */
export async function exceedCapacity(
  stage: Stage,
  seed: number,
  arrived: Arrived,
): Promise<{ readonly ledger: Ledger; readonly found: readonly Found[]; readonly told: string }> {
  const random = createRandom(seed);
  const ledger = new Ledger();
  const [server] = stage.servers;
  const client = openClient(server?.port ?? 0, Infinity);
  const people = await openCohort(stage);
  const send: Send = (request) => client.send(request, 60_000);
  const once = (asked: Asked) => ask(random.pick(people), random, { ledger, send, asked });

  // What is done for the first time takes longer.
  await atOnce(once);
  const most = perSecond(await atOnce(once));
  const half = await each(once, most / 2);
  const flooded = await each(once, most * beyond);
  const after = await each(once, most / 2);

  await stage.recover();
  await settle(ledger, async (write) => deliverCalmly(write, { ledger, send }));
  await stage.database.as("admin", nothingRuns);
  client.close();
  for (const person of people) person.client.close();
  const found = [...ledger.found, ...(await compare(stage, ledger, arrived))];
  const unlike = (what: string) =>
    found.push({ kind: "unlike", what: `${beyondCapacity}: ${what}` });
  if (flooded.refused === 0) unlike("nobody was told to come back");
  if (flooded.accepted.length === 0) unlike("nobody was served");
  if (after.refused > 0) unlike(`${after.refused} were refused when it was over`);
  for (const what of stage.complaints()) unlike(what);
  const told = `${beyondCapacity}: one server takes ${most.toFixed(0)} comments a second; at half of that p99 ${p99(half)}; at ${beyond} times that ${flooded.accepted.length} were accepted, p99 ${p99(flooded)}, and ${flooded.refused} told to come back; at half of it again p99 ${p99(after)}`;
  return { ledger, found, told };
}

interface Means {
  readonly ledger: Ledger;
  readonly send: Send;
  readonly asked: Asked;
}

async function ask(by: Person, random: Random, { ledger, send, asked }: Means): Promise<void> {
  // Comments, because nobody waits for another's: what is measured is the server and not one much wanted row.
  // Nobody is mentioned: how many mails somebody may cause is bounded too, and sooner.
  const intent = { ...chooseComment(by, random, ledger), mentions: [] };
  const write = ledger.begin(intent);
  const began = performance.now();
  await deliverCalmly(write, { ledger, send });
  if (write.outcome === "unknown") asked.refused += 1;
  else asked.accepted.push(performance.now() - began);
}

/** Sends a write once, where nothing is broken: it is answered, or told to come back. */
async function deliverCalmly(
  write: Write,
  { ledger, send }: Pick<Means, "ledger" | "send">,
): Promise<void> {
  const { intent } = write;
  write.attempts += 1;
  try {
    const said = await attempt(intent, send);
    write.outcome = said.is;
    if (said.is === "refused") throw new Unlike(`refused: ${said.why}`);
    if (said.is === "unknown" && said.broken) throw new Unlike(`broken off: ${said.why}`);
  } catch (error) {
    if (!(error instanceof Unlike)) throw error;
    ledger.found.push({
      kind: "unlike",
      what: `${beyondCapacity}: ${intent.kind}: ${error.message}`,
    });
  }
  if (write.outcome === "unknown") write.mayStand = true;
}

/** So many at once, each again when it was answered. */
async function atOnce(once: (asked: Asked) => Promise<void>): Promise<Asked> {
  const asked: Asked = { accepted: [], refused: 0 };
  const end = performance.now() + lasts;
  const lane = async () => {
    while (performance.now() < end) await once(asked);
  };
  await Promise.all(Array.from({ length: enough }, lane));
  return asked;
}

/** So many a second, whether or not those before were answered. */
async function each(once: (asked: Asked) => Promise<void>, rate: number): Promise<Asked> {
  const asked: Asked = { accepted: [], refused: 0 };
  const under = new Set<Promise<void>>();
  const began = performance.now();
  for (let sent = 0, due = 0; performance.now() - began < lasts; await pause(tick)) {
    due = ((performance.now() - began) / 1_000) * rate;
    for (; sent < due; sent += 1) {
      const one = once(asked).finally(() => under.delete(one));
      under.add(one);
    }
  }
  await Promise.all(under);
  return asked;
}

function perSecond({ accepted }: Asked): number {
  return accepted.length / (lasts / 1_000);
}

function p99({ accepted }: Asked): string {
  const sorted = accepted.toSorted((one, other) => one - other);
  return `${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(0)} ms`;
}
