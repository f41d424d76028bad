import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../attack/random.ts";
import type { Reply, Request } from "./client.ts";
import { chooseWrite } from "./choose.ts";
import type { Person } from "./cohort.ts";
import { attempt, Unlike, type Said } from "./say.ts";
import type { Ledger, Write } from "./write.ts";

/** Longest pause of somebody between two deeds, in milliseconds. */
const longestThought = 250;
/** How long an answer is waited for before the same is sent again, in milliseconds. */
export const patience = { whileTroubled: 4_000, otherwise: 30_000 };

/** How a round is lived through. */
export interface Circumstances {
  readonly ledger: Ledger;
  /** Nobody begins anything after it. */
  readonly over: AbortSignal;
  /** Nothing may fail for anybody. */
  readonly strict: boolean;
}

/** One person at work until the round is over. What is then unknown stays so. */
export async function work(by: Person, random: Random, how: Circumstances): Promise<void> {
  await thought(random, how.over);
  while (!how.over.aborted) {
    const write = how.ledger.begin(chooseWrite(by, random, how.ledger));
    while (!how.over.aborted) {
      await deliver(write, how);
      if (write.outcome !== "unknown") break;
      await thought(random, how.over);
    }
    await thought(random, how.over);
  }
}

/** Sends a write once, and notes what became of it. */
export async function deliver(
  write: Write,
  { ledger, strict, over }: Circumstances,
): Promise<void> {
  const { intent } = write;
  const longest = strict || over.aborted ? patience.otherwise : patience.whileTroubled;
  const send = (request: Request): Promise<Reply> => intent.by.client.send(request, longest);
  write.attempts += 1;
  const said = await attempt(intent, send).catch((error: unknown): Said => {
    if (!(error instanceof Unlike)) throw error;
    ledger.found.push({ kind: "unlike", what: `${intent.kind}: ${error.message}` });
    return { is: "unknown", why: error.message, broken: false };
  });
  write.outcome = said.is;
  switch (said.is) {
    case "acknowledged":
      return acknowledged(write, said.version, ledger);
    case "overtaken":
      if (intent.kind === "answer") ledger.saw(intent.by, intent.part, said.version);
      else ledger.found.push({ kind: "unlike", what: `${intent.kind} ${intent.id} met another` });
      return;
    case "refused":
      ledger.found.push({ kind: "unlike", what: `${intent.kind} was refused: ${said.why}` });
      return;
    case "unknown":
      write.mayStand = true;
      if (strict) ledger.found.push({ kind: "unlike", what: `${intent.kind} failed: ${said.why}` });
  }
}

function acknowledged({ intent }: Write, version: number, ledger: Ledger): void {
  const expected = "baseVersion" in intent ? intent.baseVersion + 1 : 1;
  if (version !== expected)
    ledger.found.push({
      kind: "unlike",
      what: `${intent.kind} was acknowledged as version ${version}, not ${expected}`,
    });
  if (intent.kind === "answer") ledger.saw(intent.by, intent.part, version);
  if (intent.kind === "item") ledger.keepItem(intent.by, intent.id, version);
  if (intent.kind === "comment" && intent.thread === null) ledger.keepThread(intent);
}

async function thought(random: Random, over: AbortSignal): Promise<void> {
  await pause(20 + random.below(longestThought), undefined, { signal: over }).catch(() => {});
}
