import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { openLine } from "../../../test/faults/line.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { enqueueAccountMail } from "../jobs/enqueue.ts";
import { startWorker } from "./worker.ts";

/** Between worker and database a line that breaks, again and again, with nobody at the other end for a while. */
const world = await openWorld();
const identity = new pg.Pool({ connectionString: identityDatabaseUrl(world.database), max: 1 });
let isThere = true;
const line = await openLine(async () =>
  isThere ? Number(new URL(world.database.databaseUrl).port) : null,
);
afterAll(async () => {
  await identity.end();
  await line.close();
});

const letter = {
  template: "password-changed",
  to: "noor@waterlinie.example",
  locale: "nl",
  values: { name: "Noor Dekker", changedAt: "2026-11-03T13:30:00Z", page: "/wachtwoord" },
} as const;

test("a worker begins again as often as the database is lost while it reports, and does what comes then", async () => {
  const url = new URL(workerDatabaseUrl(world.database));
  url.port = String(line.port);
  const told: string[] = [];
  const begun: string[] = [];
  const worker = await startWorker({
    databaseUrl: url.href,
    works: {
      mail: async ({ id }) => {
        begun.push(id);
        // The first of each round can't be reported.
        if (begun.length % 2 === 1) lose();
      },
    },
    log: { info() {}, warn: (_, message) => void told.push(message), error() {} },
    pollInMs: 50,
    pauseInMs: 20,
    endInMs: 200,
    beginInMs: 2_000,
  });
  const notBegun = () => told.filter((one) => one.includes("could not begin")).length;
  for (const round of [1, 2, 3]) {
    const before = notBegun();
    await enqueueAccountMail(identity, letter);
    await vi.waitFor(() => expect(notBegun()).toBeGreaterThan(before + 2), 30_000);
    isThere = true;
    await enqueueAccountMail(identity, letter);
    await vi.waitFor(() => expect(begun).toHaveLength(2 * round), 20_000);
  }
  await worker.stop();
});

function lose(): void {
  isThere = false;
  line.cut();
}
