import { qualified } from "@toetssteen/server/rights/policies";
import { nobody } from "@toetssteen/server/tenancy/principal";
import { describe, expect, test } from "vitest";
import { kept } from "../support/inspect-relations.ts";
import { openFixture } from "./fixture.ts";
import { everyRight, ownLibrary, type Right } from "./right-by-field.table.ts";

/**
 * The wall behind the one of the fields: whatever SQL the server were made to send, these are the only tables in which
 * somebody from outside finds a row of the library.
 */
const fixture = await openFixture();
const { world, library, personas } = fixture;

const progress = ["cycle", "library_profile", "organisation", "progress"];
const tables: Partial<Record<Right, readonly string[]>> = {
  adviser: progress,
  "adviser who names the library": progress,
  "auditor within the mandate": ["submission", "submission_file"],
};

const tokenOf = (cookie = "") => /session_token=([A-Za-z0-9]+)/.exec(cookie)?.[1];

async function found(right: Right, subjects: readonly string[]): Promise<string[]> {
  const { caller } = personas[right];
  const token = tokenOf(caller.cookie);
  const principal = token === undefined ? nobody : ({ kind: "session", token } as const);
  const hat = caller.hat ?? null;
  return world.scopes.inScope({ principal, hat, subjects, access: "write" }, async (scope) => {
    const seen = [];
    for (const relation of kept) {
      const of = relation.sides.map(({ column }) => `t."${column}" = $1`).join(" or ");
      const rows = await scope.sql("", `select from ${qualified(relation)} t where ${of} limit 1`, [
        library.id,
      ]);
      if (rows.length > 0) seen.push(relation.name);
    }
    return { value: seen.toSorted(), keep: false };
  });
}

const outside = everyRight.filter((right) => !ownLibrary.some((own) => own === right));

describe.each(outside.map((right) => ({ right })))("$right", ({ right }) => {
  test("finds rows of the library in these tables only", async () => {
    expect(await found(right, [library.id])).toEqual(tables[right] ?? []);
  });

  test("finds none without naming it as what they ask about", async () => {
    const { organisation } = personas.nobody.about;
    expect(organisation.id).toBe(library.id);
    expect(await found(right, [])).toEqual([]);
  });
});

test("the library's own coordinator finds a row in every table that this looks at", async () => {
  const all = await found("administrator", [library.id]);
  expect(all).toEqual(
    expect.arrayContaining([...progress, "submission", "membership", "indicator_answer"]),
  );
});
