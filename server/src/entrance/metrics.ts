import { BlockList, isIP } from "node:net";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram } from "prom-client";
import { bareAddress } from "../addresses/network.ts";
import type { Figures } from "../watch/figures.ts";

/** Connections of a pool, as `pg` counts them. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const inSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** What isn't one of these is a page or an asset, which have many names. */
const doors = /^\/(graphql|api|files|demo|healthz|readyz|metrics)(\/|$)/;

/** Figures of requests, of the pools and of the process itself. */
export function watchRequests(
  app: FastifyInstance,
  figures: Figures,
  pools: Readonly<Record<string, () => PoolState>>,
): void {
  collectDefaultMetrics({ register: figures.registry });
  const requests = new Histogram({
    name: "toetssteen_request_seconds",
    help: "Time from a request to the end of its reply.",
    labelNames: ["method", "route", "status"],
    buckets: inSeconds,
    registers: [figures.registry],
  });
  app.addHook("onResponse", ({ method, routeOptions }, reply, done) => {
    const { url = "" } = routeOptions;
    const route = doors.test(url) ? url : "pages";
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  figures.gauge(
    "toetssteen_pool_connections",
    "Connections to the database, and who waits for one.",
    ["pool", "state"],
    async () =>
      Object.entries(pools).flatMap(([pool, read]) => {
        const { totalCount, idleCount, waitingCount } = read();
        return [
          { labels: { pool, state: "busy" }, value: totalCount - idleCount },
          { labels: { pool, state: "idle" }, value: idleCount },
          { labels: { pool, state: "waiting" }, value: waitingCount },
        ];
      }),
  );
}

/**
 * `/metrics` beside the pages, where no port of its own was given. It is answered to private addresses only: behind a
 * proxy, nobody from outside sees it.
 */
export function metricsRoute(app: FastifyInstance, { registry }: Figures): void {
  app.get("/metrics", async (request, reply) => {
    if (!isPrivate(request.ip)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
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

function isPrivate(text: string | undefined): boolean {
  const address = bareAddress(text);
  const family = isIP(address);
  return family !== 0 && privateAddresses.check(address, family === 6 ? "ipv6" : "ipv4");
}
