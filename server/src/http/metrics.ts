import { BlockList, isIPv6 } from "node:net";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Connections of a pool, as `pg` counts them. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** One task of the queue. */
export interface QueueState {
  readonly task: string;
  readonly waiting: number;
  readonly failed: number;
  /** Seconds that the first job has been due; 0 when none is. */
  readonly lateness: number;
}

const inSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** What isn't one of these is a page or an asset, which have many names. */
const doors = /^\/(graphql|api|files|demo|healthz|readyz|metrics)(\/|$)/;

/**
 * `/metrics`, for Prometheus: requests, pools, the queue, the process. No label names an organisation, a person or what
 * they asked for. It is answered to private addresses only: behind a proxy, nobody from outside sees it.
 */
export function metricsRoutes(
  app: FastifyInstance,
  measured: {
    readonly pools: Readonly<Record<string, () => PoolState>>;
    readonly queue: () => Promise<QueueState[]>;
  },
): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  measureRequests(app, register);
  measurePools(register, measured.pools);
  measureQueue(register, measured.queue);
  app.get("/metrics", async (request, reply) => {
    if (!isPrivate(request.ip)) return reply.callNotFound();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

function measureRequests(app: FastifyInstance, register: Registry): void {
  const requests = new Histogram({
    name: "toetssteen_request_seconds",
    help: "Time from a request to the end of its reply.",
    labelNames: ["method", "route", "status"],
    buckets: inSeconds,
    registers: [register],
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const { url = "" } = routeOptions;
    const route = doors.test(url) ? url : "pages";
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

function measurePools(register: Registry, pools: Readonly<Record<string, () => PoolState>>): void {
  const connections = new Gauge({
    name: "toetssteen_pool_connections",
    help: "Connections to the database, and who waits for one.",
    labelNames: ["pool", "state"],
    registers: [register],
    collect() {
      for (const [pool, read] of Object.entries(pools)) {
        const { totalCount, idleCount, waitingCount } = read();
        connections.set({ pool, state: "busy" }, totalCount - idleCount);
        connections.set({ pool, state: "idle" }, idleCount);
        connections.set({ pool, state: "waiting" }, waitingCount);
      }
    },
  });
}

function measureQueue(register: Registry, queue: () => Promise<QueueState[]>): void {
  const jobs = new Gauge({
    name: "toetssteen_jobs",
    help: "Jobs in the queue: waiting, or failed for good.",
    labelNames: ["task", "state"],
    registers: [register],
    async collect() {
      for (const { task, waiting, failed } of await queue()) {
        jobs.set({ task, state: "waiting" }, waiting);
        jobs.set({ task, state: "failed" }, failed);
      }
    },
  });
  const late = new Gauge({
    name: "toetssteen_job_lateness_seconds",
    help: "How long the first job that is due has been waiting for a worker.",
    labelNames: ["task"],
    registers: [register],
    async collect() {
      for (const { task, lateness } of await queue()) late.set({ task }, lateness);
    },
  });
}

const privateAddresses = new BlockList();
for (const [address, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  privateAddresses.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  privateAddresses.addSubnet(address, prefix, "ipv6");

function isPrivate(address: string): boolean {
  return privateAddresses.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
