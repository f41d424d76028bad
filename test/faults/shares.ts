import { setTimeout as pause } from "node:timers/promises";
import { operation, type Caller } from "../support/app.ts";
import { openClient, type Client } from "./client.ts";
import { openCohort, type Person } from "./cohort.ts";
import type { Stage } from "./stage.ts";
import type { Found } from "./write.ts";

export const oneAsksTooMuch = "one person asks too much";

/** Requests of one person that are kept under way. */
const inFlight = 200;
/** How long, in milliseconds. */
const lasts = 10_000;
/** How many somebody of another library asks meanwhile, at regular times. */
const asked = 600;
const rounds = 5;
/** What they may notice: as many times as long, or so many milliseconds more, whichever is more. */
const [mostTimes, mostMore] = [2, 50];

interface Noticed {
  readonly p99: number;
  readonly refused: number;
}

/** What somebody of another library notices while one person keeps the server as busy as they can. */
export async function askTooMuch(
  stage: Stage,
): Promise<{ readonly found: readonly Found[]; readonly told: string }> {
  const [server] = stage.servers;
  const people = await openCohort(stage);
  const [greedy, bystander] = [people[0], people.at(-1)] as [Person, Person];
  const crowd = openClient(server?.port ?? 0, inFlight);
  const alone = openClient(server?.port ?? 0, 50);
  const noticed: { quiet: Noticed; busy: Noticed; served: number }[] = [];
  // What is done for the first time takes longer.
  await notice(alone, bystander);
  for (let round = 0; round < rounds; round += 1) {
    const quiet = await notice(alone, bystander);
    const [busy, served] = await Promise.all([notice(alone, bystander), keepAsking(crowd, greedy)]);
    noticed.push({ quiet, busy, served });
  }
  crowd.close();
  alone.close();
  for (const person of people) person.client.close();

  const [quiet, busy] = [median(noticed, "quiet"), median(noticed, "busy")];
  const refused = noticed.reduce((sum, one) => sum + one.busy.refused + one.quiet.refused, 0);
  const served = noticed.reduce((sum, one) => sum + one.served, 0);
  const bound = Math.max(quiet * mostTimes, quiet + mostMore);
  const told = `${oneAsksTooMuch}: with ${inFlight} requests of one kept under way, p99 of another library ${busy.toFixed(0)} ms (quiet ${quiet.toFixed(0)}, at most ${bound.toFixed(0)}), refused ${refused} of ${asked * 2 * rounds}; answered of the one ${(served / rounds / (lasts / 1_000)).toFixed(0)} a second`;
  const found: Found[] = [];
  const unlike = (what: string) =>
    found.push({ kind: "unlike", what: `${oneAsksTooMuch}: ${what}` });
  if (refused > 0) unlike(`${refused} of another library were refused`);
  if (busy > bound) unlike(told);
  if (served === 0) unlike("the one who asked too much got no answer at all");
  for (const what of stage.complaints()) unlike(what);
  return { found, told };
}

/** Each again when it was answered, whatever the answer. @returns how many were answered with what was asked */
async function keepAsking(client: Client, { caller, library }: Person): Promise<number> {
  const end = performance.now() + lasts;
  let served = 0;
  const lane = async (_: unknown, number: number) => {
    for (let turn = number; performance.now() < end; turn += 1)
      if ((await ask(client, caller, questions(library.id)[turn % 3] ?? "")) === 200) served += 1;
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return served;
}

async function notice(client: Client, { caller, library }: Person): Promise<Noticed> {
  const took: number[] = [];
  let refused = 0;
  const one = async (number: number) => {
    const began = performance.now();
    const status = await ask(client, caller, questions(library.id)[number % 2] ?? "");
    took.push(performance.now() - began);
    if (status !== 200) refused += 1;
  };
  const began = performance.now();
  const under: Promise<void>[] = [];
  // At regular times, whether or not those before were answered: who waits long must not ask less often for it.
  for (let number = 0; number < asked; number += 1) {
    await pause(Math.max(0, began + (number * lasts) / asked - performance.now()));
    under.push(one(number));
  }
  await Promise.all(under);
  took.sort((first, second) => first - second);
  return { p99: took[Math.floor(took.length * 0.99)] ?? 0, refused };
}

async function ask(client: Client, caller: Caller, query: string): Promise<number> {
  return (await client.send(operation(caller, query, {}), 60_000)).status;
}

/** Small, middling, and as much as a page asks. */
function questions(organisationId: string): string[] {
  const of = `(organisationId: "${organisationId}")`;
  return [
    "{ viewer { person { id name } } }",
    `{ members${of} { memberships { roles } } libraryProfile${of} { locations } }`,
    `{ selfEvaluation${of} { norms { code title indicators { code answer { version verdict explanation } } } } }`,
  ];
}

function median(noticed: readonly Record<"quiet" | "busy", Noticed>[], when: "quiet" | "busy") {
  const sorted = noticed.map((one) => one[when].p99).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
