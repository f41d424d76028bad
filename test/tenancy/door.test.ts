import { ForeignStatement } from "@toetssteen/server/tenancy/scoped-connection";
import type { Scope } from "@toetssteen/server/tenancy/scope";
import { describe, expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** What gets into a statement of ours must not become a statement of another kind, which outlives the operation. */
const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");

describe("a statement of another kind than ours", () => {
  const foreign = [
    "do $$ begin execute 'deallocate all'; end $$",
    "prepare enter as select 1",
    "deallocate all",
    "set session statement_timeout = 0",
    "alter role toetssteen_app password 'mine'",
    "listen jobs",
    "notify \"worker:migrate\", '{}'",
    "declare kept cursor with hold for select 1",
    "copy (select 1) to stdout",
    "commit",
    "/* select */ discard all",
    "-- select\nlisten jobs",
    "savepoint one; listen jobs",
    "(select 1)",
    "",
  ];

  test.each(foreign)("never reaches the database: %s", async (text) => {
    const scopes = await world.pool(1);
    const prepared = "select count(*)::int as n from pg_prepared_statements";
    const before = await ask(scopes, asked(noor, "write"), prepared);
    for (const send of [
      (scope: Scope) => scope.sql("", text, []),
      (scope: Scope) => scope.entities.query(text),
    ]) {
      const refused = await scopes
        .inScope(asked(noor, "write"), async (scope) => ({ value: await send(scope), keep: true }))
        .catch((error: unknown) => error);
      expect(
        refused instanceof Error && "driverError" in refused ? refused.driverError : refused,
      ).toBeInstanceOf(ForeignStatement);
    }
    expect(await ask(scopes, asked(noor, "write"), prepared)).toEqual(before);
  });

  test.each(["", "named"])("cannot stand behind one of ours (%j)", async (name) => {
    const stacked = world.scopes.inScope(asked(noor, "write"), async (scope) => ({
      value: await scope.sql(name, "select 1; select 2", []),
      keep: true,
    }));
    await expect(stacked).rejects.toMatchObject({ code: "42601" });
    const typeorm = world.scopes.inScope(asked(noor, "write"), async (scope) => ({
      value: await scope.entities.query("select 1; select 2"),
      keep: true,
    }));
    await expect(typeorm).rejects.toMatchObject({ driverError: { code: "42601" } });
  });
});
