import type { OperationKey } from "./documents.ts";
import { openClient, type Client, type Shot } from "./drive.ts";
import type { Setup } from "./setup.ts";
import { indicators, operations, writerOf, type ContenderName } from "./operations.ts";
import { cpuMsOf, forgetPeakMemory, peakMemoryMbOf, withChildren } from "./system.ts";
import { numbersFrom, sentences } from "./words.ts";

/** What one contender did in one round. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time per request, of the contender and of PostgreSQL. */
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
}

export interface Result extends Round {
  readonly operation: string;
  readonly contender: ContenderName;
  /** In the database. */
  readonly libraries: number;
  /** Most that the contender's process had resident while it was driven. */
  readonly peakMemoryMb: number;
  readonly rounds: readonly Round[];
}

export interface Effort {
  readonly rounds: number;
  /** Of one contender in one round. */
  readonly seconds: number;
  /** Before the first round; compilers optimise by how often something ran, not by how long. */
  readonly warmUpRequests: number;
  /** At once, each on a connection of its own. */
  readonly connections: number;
}

/** Versions of the answers that were written, across contenders. */
export type Versions = Map<string, number>;

/** Every contender in turn, round after round, so that what disturbs the machine disturbs all. */
export async function measure(
  setup: Setup,
  operation: OperationKey,
  names: readonly ContenderName[],
  libraries: number,
  effort: Effort,
  versions: Versions,
): Promise<Result[]> {
  const found = names.flatMap((name) => {
    const running = setup.contenders.get(name);
    return running ? [{ name, running, rounds: [] as Round[] }] : [];
  });
  const clients = new Map(
    found.map(({ name, running }) => [name, openClient(running.origin, effort.connections)]),
  );
  try {
    for (const { name, running } of found) {
      const next = requests(setup, operation, name, libraries, 0, versions);
      await clientOf(clients, name).drive(next, 0, effort.warmUpRequests);
      forgetPeakMemory(running.pid);
    }
    for (let round = 1; round <= effort.rounds; round += 1) {
      for (const { name, running, rounds } of turned(found, round)) {
        const next = requests(setup, operation, name, libraries, round, versions);
        const postgres = setup.database.postmaster;
        const before = [cpuMsOf([running.pid]), cpuMsOf(withChildren(postgres))] as const;
        const driven = await clientOf(clients, name).drive(next, effort.seconds);
        const server = cpuMsOf([running.pid]) - before[0];
        const database = cpuMsOf(withChildren(postgres)) - before[1];
        rounds.push({
          requestsPerSecond: driven.requests / driven.seconds,
          p50Ms: quantile(driven.latencies, 0.5),
          p99Ms: quantile(driven.latencies, 0.99),
          serverCpuMs: server / driven.requests,
          databaseCpuMs: database / driven.requests,
        });
      }
    }
    return found.map(({ name, running, rounds }) => ({
      operation: operations[operation],
      contender: name,
      libraries,
      requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
      p50Ms: median(rounds.map((round) => round.p50Ms)),
      p99Ms: median(rounds.map((round) => round.p99Ms)),
      serverCpuMs: median(rounds.map((round) => round.serverCpuMs)),
      databaseCpuMs: median(rounds.map((round) => round.databaseCpuMs)),
      peakMemoryMb: peakMemoryMbOf(running.pid),
      rounds,
    }));
  } finally {
    for (const client of clients.values()) client.close();
  }
}

/** The same libraries in the same order for every contender; another one begins in each round. */
function turned<T>(all: readonly T[], round: number): T[] {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

function clientOf(clients: ReadonlyMap<ContenderName, Client>, name: ContenderName): Client {
  const client = clients.get(name);
  if (!client) throw new Error(`${name} does not run.`);
  return client;
}

/** Gives the requests of a round, one after another. */
function requests(
  { shots }: Setup,
  operation: OperationKey,
  name: ContenderName,
  libraries: number,
  round: number,
  versions: Versions,
): () => Shot {
  const random = numbersFrom(round);
  if (operation === "answer") return writes(shots, name, libraries, random, versions);
  return () => {
    // One library has the long list.
    const library = operation === "evidence" ? 0 : Math.floor(random() * libraries);
    return shots(name, operation, library);
  };
}

/** Writes on answers in turn, so that no two are on their way to the same one. */
function writes(
  shots: Setup["shots"],
  name: ContenderName,
  libraries: number,
  random: () => number,
  versions: Versions,
): () => Shot {
  let turn = Math.floor(random() * libraries);
  const explanation = sentences(random, 900);
  return () => {
    turn += 1;
    const library = turn % libraries;
    const indicator = indicators[Math.floor(turn / libraries) % indicators.length] ?? "";
    const key = `${library}:${indicator}`;
    const baseVersion = versions.get(key) ?? 3;
    versions.set(key, baseVersion + 1);
    return shots(name, "answer", library, {
      indicator,
      baseVersion,
      explanation: `${explanation} ${baseVersion}`,
      writer: writerOf(baseVersion),
    });
  };
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
