import { linkLogs } from "@toetssteen/server/worker/link-access-logs";
import { workerDatabaseUrl } from "@toetssteen/server/jobs/database";
import { startWorker } from "@toetssteen/server/worker/worker";
import { expect, test, vi } from "vitest";
import { createRowMaker } from "../support/rows.ts";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** What the worker's own role reaches, past every organisation: tried as the worker does it. */
const world = await openWorld();
const maker = await createRowMaker(world);
const databaseUrl = workerDatabaseUrl(world.database);
const quiet = { info() {}, warn() {}, error() {} };

test("a worker does what waits in graphile_worker._private_jobs, as graphile_worker._private_tasks and graphile_worker.migrations have it", async () => {
  const noor = await world.member(await world.library(), "reader");
  const letter = {
    template: "password-changed",
    to: "noor@waterlinie.example",
    locale: "nl",
    values: { name: "Noor", changedAt: "2026-11-03T13:30:00Z", page: "/wachtwoord" },
  };
  const waiting = () => world.rows("select from graphile_worker._private_jobs");
  await ask(
    world.scopes,
    asked(noor, "write"),
    "select tenancy.enqueue('mail', $1)",
    [letter],
    true,
  );
  expect(await waiting()).toHaveLength(1);
  const done: unknown[] = [];
  const mail = async ({ payload }: { payload: unknown }) => void done.push(payload);
  const worker = await startWorker({ databaseUrl, works: { mail }, log: quiet });
  try {
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 15_000 });
  } finally {
    await worker.stop();
  }
  expect(done).toEqual([letter]);
});

test("a worker takes each line of toetssteen.access_log into toetssteen.access_log_link, once", async () => {
  const { id } = await world.organisation();
  const log = { schema: "toetssteen", name: "access_log" };
  for (const place of [1, 2]) {
    await maker.insert(log, await maker.rowFor(log, { organisation_id: id }));
    expect(await linkLogs(databaseUrl, quiet)).toBe(1);
    const links = await world.rows(
      "select place from toetssteen.access_log_link where organisation_id = $1 order by place",
      [id],
    );
    expect(links).toEqual(Array.from({ length: place }, (_, before) => ({ place: before + 1 })));
  }
});
