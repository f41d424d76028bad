import { poolOf } from "@toetssteen/server/persistence/source";
import { createSource } from "@toetssteen/server/register/source";
import { createScopes } from "@toetssteen/server/tenancy/scope";
import { expect, test } from "vitest";
import { afterwards } from "../support/run.ts";
import { ask, asked, openWorld } from "../support/scenario.ts";
import { openLine } from "./line.ts";

const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");
const url = new URL(world.database.databaseUrl);
const line = await openLine(async () => Number(new URL(world.database.databaseUrl).port));
url.port = String(line.port);
const source = await createSource(url.href, 1, 300).initialize();
const scopes = createScopes(source);
afterwards(async () => {
  await source.destroy();
  await line.close();
});

test("a connection that falls silent is given up, and the pool has another one for it", async () => {
  const pid = async () =>
    (await ask<{ pid: number }>(scopes, asked(noor, "read"), "select pg_backend_pid() as pid"))[0]
      ?.pid;
  const before = await pid();
  expect(before).toBeGreaterThan(0);
  // Nobody waits for the end of what only read; here it is not the end that falls silent.
  await expect.poll(() => poolOf(source).idleCount).toBe(1);
  line.silence();
  await expect(pid()).rejects.toThrow("Query read timeout");
  line.heal();
  const after = await pid();
  expect(after).toBeGreaterThan(0);
  expect(after).not.toBe(before);
});
