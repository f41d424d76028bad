import { randomUUID } from "node:crypto";
import { workerDatabaseUrl } from "@toetssteen/server/jobs/database";
import { openFileRows } from "@toetssteen/server/worker/file-rows";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createRowMaker, type Row } from "../../support/rows.ts";
import { openWorld, type Organisation } from "../../support/scenario.ts";

/** What the worker is told of files, and what it may do to them; each case differs from another in just one thing. */
const world = await openWorld();
const maker = await createRowMaker(world);
const rows = openFileRows(workerDatabaseUrl(world.database), () => undefined);
afterAll(() => rows.close());

let here: Organisation;
let there: Organisation;
beforeEach(async () => {
  await world.rows("delete from toetssteen.evidence_file");
  [here, there] = [await world.organisation(), await world.organisation()];
});

const table = (name: string) => ({ schema: "toetssteen", name });
const ago = (interval: string) =>
  new Date(Date.now() - { minute: 60_000, hours: 7_200_000, days: 172_800_000 }[interval]!);
const waits = { state: "quarantined", refused_for: null, media_type: "text/plain" };

async function file(at: Organisation, more: Row = {}) {
  const ids = { organisation_id: at.id, id: randomUUID(), object_id: randomUUID() };
  const row: Row = { ...(await maker.rowFor(table("evidence_file"), ids)), ...waits, ...more };
  await maker.insert(table("evidence_file"), row);
  return { organisationId: at.id, id: String(row["id"]), object: String(row["object_id"]) };
}
const stateOf = async ({ organisationId, id }: { organisationId: string; id: string }) =>
  (
    await world.rows<{ state: string; refused_for: string | null; object_id: string | null }>(
      "select state, refused_for, object_id from toetssteen.evidence_file where organisation_id = $1 and id = $2",
      [organisationId, id],
    )
  )[0];

test("tenancy.quarantined_object() names the bytes of the file that waits, and of no other", async () => {
  // Made by clients, so two organisations may have the same id.
  const id = randomUUID();
  const [one, theirs] = [await file(here, { id }), await file(there, { id })];
  const other = await file(here);
  expect(await rows.quarantinedObject(one)).toBe(one.object);
  expect(await rows.quarantinedObject(theirs)).toBe(theirs.object);
  expect(await rows.quarantinedObject(other)).toBe(other.object);
  expect(await rows.quarantinedObject(await file(here, { state: "ready" }))).toBe(null);
});

test("tenancy.overdue_scans() names what has waited for long", async () => {
  const overdue = await file(here, { started_at: ago("hours") });
  await file(here, { started_at: ago("minute") });
  await file(here, { state: "ready", started_at: ago("hours") });
  expect(await rows.overdueScans()).toEqual([{ organisationId: here.id, id: overdue.id }]);
});

describe("tenancy.settle_scan()", () => {
  test("opens or forgets the bytes that were scanned, and touches nothing else", async () => {
    const id = randomUUID();
    const [clean, infected, theirs, other] = [
      await file(here, { id }),
      await file(here),
      await file(there, { id, object_id: randomUUID() }),
      await file(here),
    ];
    await rows.settleScan(clean, clean.object, false);
    await rows.settleScan(infected, infected.object, true);
    expect(await stateOf(clean)).toEqual({
      state: "ready",
      refused_for: null,
      object_id: clean.object,
    });
    expect(await stateOf(infected)).toEqual({
      state: "refused",
      refused_for: "FILE_INFECTED",
      object_id: null,
    });
    for (const untouched of [theirs, other])
      expect(await stateOf(untouched)).toMatchObject({
        state: "quarantined",
        object_id: untouched.object,
      });
  });

  test("does nothing for other bytes, another file's or another organisation's, nor a second time", async () => {
    const object_id = randomUUID();
    const id = randomUUID();
    const [one, sameBytes, theirs] = [
      await file(here, { id, object_id }),
      await file(here, { object_id }),
      await file(there, { id, object_id }),
    ];
    await rows.settleScan(one, randomUUID(), false);
    expect(await stateOf(one)).toMatchObject({ state: "quarantined" });
    await rows.settleScan(one, object_id, false);
    expect(await stateOf(one)).toMatchObject({ state: "ready" });
    expect(await stateOf(sameBytes)).toMatchObject({ state: "quarantined" });
    expect(await stateOf(theirs)).toMatchObject({ state: "quarantined" });
    await rows.settleScan(one, object_id, true);
    expect(await stateOf(one)).toMatchObject({ state: "ready" });
  });
});

describe("tenancy.forget_uploads()", () => {
  test("forgets what nobody finished for a day, and what isn't taken", async () => {
    const refused = { state: "refused", refused_for: "FILE_NOT_ALLOWED" };
    const gone = [
      await file(here, { state: "uploading", started_at: ago("days") }),
      await file(here, { ...refused, started_at: ago("days") }),
    ];
    const kept = [
      await file(here, { state: "uploading", started_at: ago("hours") }),
      await file(here, { ...refused, started_at: ago("hours") }),
      await file(here, { ...refused, refused_for: "FILE_INFECTED", started_at: ago("days") }),
      await file(here, { state: "ready", started_at: ago("days") }),
      await file(here, { started_at: ago("days") }),
    ];
    expect(await rows.forgetUploads()).toBe(2);
    for (const one of gone) expect(await stateOf(one)).toBeUndefined();
    for (const one of kept) expect(await stateOf(one)).toBeDefined();
  });

  test("keeps a first version that others go on from, in the same organisation", async () => {
    const id = randomUUID();
    const first = await file(here, { id, state: "uploading", started_at: ago("days") });
    await file(here, { first_id: id });
    expect(await rows.forgetUploads()).toBe(0);
    expect(await stateOf(first)).toBeDefined();
    const theirs = await file(there, { id, state: "uploading", started_at: ago("days") });
    expect(await rows.forgetUploads()).toBe(1);
    expect(await stateOf(theirs)).toBeUndefined();
  });
});

test("tenancy.unknown_objects() names bytes that no row of their organisation knows", async () => {
  const known = await file(here);
  await file(here);
  const of = ({ id: organisationId }: { id: string }, id: string) => ({ organisationId, id });
  const unknown = [of(here, randomUUID()), of(there, known.object)];
  const notHere = of({ id: randomUUID() }, randomUUID());
  const found = await rows.unknownObjects([of(here, known.object), ...unknown, notHere]);
  expect(new Set(found)).toEqual(new Set(unknown));
});
