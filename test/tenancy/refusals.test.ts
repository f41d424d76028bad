import { randomUUID } from "node:crypto";
import { qualified } from "@toetssteen/server/rights/policies";
import { relations, type Relation } from "@toetssteen/server/rights/relations";
import { describe, expect, test } from "vitest";
import { nameOf } from "../support/inspect-relations.ts";
import {
  namesWithoutReference,
  referencesByText,
  refusedValues,
  waysOut,
} from "../support/refused-values.ts";
import { createRowMaker, insertInto, type Row } from "../support/rows.ts";
import { openWorld } from "../support/scenario.ts";

/**
 * What no table takes, whoever writes: tried as the owner of the tables, past every policy and service. Left out is what
 * migrations and the operator note down for themselves, and the queue, which is graphile-worker's own.
 */
const world = await openWorld();
const maker = await createRowMaker(world);

const tables = relations
  .filter(({ schema, name }) => ["toetssteen", "identity"].includes(schema) && name !== "migration")
  .map((relation) => ({ relation, name: nameOf(relation) }));

describe.each(tables)("$name", ({ relation, name }) => {
  test("takes a row that fits, which its owner sees and changes", async () => {
    const row = await aRow(relation);
    await maker.insert(relation, row);
    const [column] = Object.keys(row);
    const touch = `update ${qualified(relation)} set "${column}" = "${column}" where "${column}" = $1 returning 1`;
    expect(await world.rows(touch, [row[column!]])).toHaveLength(1);
  });

  test("takes no value that its checks forbid", async () => {
    const violated = new Set<string>();
    for (const values of refusedValues[name] ?? []) {
      const error = await refusal(relation, { ...(await aRow(relation)), ...values });
      expect(error, JSON.stringify(values).slice(0, 80)).toMatchObject({ code: "23514" });
      violated.add(error.constraint);
    }
    const checks = await world.rows<{ constraint: string }>(
      "select conname::text as constraint from pg_constraint where conrelid = $1::regclass and contype = 'c'",
      [qualified(relation)],
    );
    const untried = checks.filter(({ constraint }) => !violated.has(constraint));
    expect(untried, `say in refused-values.ts what ${name} refuses`).toEqual([]);
  });

  test("takes no reference to what isn't there", async () => {
    const tried = references(relation);
    // Those that may be missing are: with a value they would refuse another organisation in its place.
    const missing = maker
      .columns(relation)
      .filter(({ name: column, nullable }) => nullable && tried.includes(column))
      .map((column) => [column.name, null]);
    for (const column of tried) {
      const row = { ...(await aRow(relation)), ...Object.fromEntries(missing) };
      const error = await refusal(relation, { ...row, [column]: randomUUID() });
      expect(error, column).toMatchObject({ code: "23503" });
    }
    const untried = maker
      .foreignKeys(relation)
      .filter(({ columns }) => !columns.some((column) => tried.includes(column)));
    expect(untried, `say in refused-values.ts what ${name} refers to`).toEqual([]);
  });

  test("takes no row twice", async () => {
    const row = await aRow(relation);
    await maker.insert(relation, row);
    const errors = [await refusal(relation, row)];
    for (const { unless, key = { id: randomUUID() } } of waysOut[name] ?? []) {
      const never = Object.keys(unless).length === 0;
      // Before any other row has these values, so that only the primary key can refuse it.
      const other = never ? { ...(await aRow(relation)), id: row["id"] } : { ...row, ...unless };
      errors.push(await refusal(relation, other));
      errors.push(await refusal(relation, { ...row, ...key }));
      if (!never) await maker.insert(relation, { ...row, ...key, ...unless });
    }
    expect(errors.map(({ code }) => code)).toEqual(errors.map(() => "23505"));
    const violated = new Set(errors.map(({ constraint }) => constraint));
    const keys = await world.rows<{ constraint: string }>(
      `select c.relname::text as constraint from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = $1::regclass and i.indisunique`,
      [qualified(relation)],
    );
    const untried = keys.filter(({ constraint }) => !violated.has(constraint));
    expect(untried, `say in refused-values.ts what ${name} takes once`).toEqual([]);
  });
});

/** A row that would fit, of organisations that have nothing else; with the id that a default would give it. */
async function aRow(relation: Relation): Promise<Row> {
  const own: Record<string, string> = {};
  for (const { name } of maker.columns(relation)) {
    if (name === "id") own[name] = randomUUID();
    // By default it is another at each try.
    if (name === "at") own[name] = "2026-11-03T13:30:00Z";
    if (/^(subject_)?organisation_id$/.test(name)) own[name] = (await world.organisation()).id;
  }
  const sides = "sides" in relation ? relation.sides.map(({ column }) => column) : [];
  const needed = Object.entries(own).filter(([column]) => column !== "id" || sides.includes("id"));
  return { ...own, ...(await maker.rowFor(relation, Object.fromEntries(needed))) };
}

function references(relation: Relation): string[] {
  const name = nameOf(relation);
  const leftOut = ["id", ...(namesWithoutReference[name] ?? [])];
  const ids = maker.columns(relation).filter(({ type }) => type === "uuid");
  return [...ids.map((column) => column.name), ...(referencesByText[name] ?? [])].filter(
    (column) => !leftOut.includes(column),
  );
}

/** @returns what PostgreSQL refused the row with, after making sure that nothing came of it */
async function refusal(
  relation: Relation,
  row: Row,
): Promise<{ code: string; constraint: string }> {
  const count = `select count(*)::int as number from ${qualified(relation)}`;
  const before = await world.rows(count);
  const error: unknown = await world.rows(insertInto(relation, row), Object.values(row)).then(
    () => ({ code: "taken" }),
    (refused: unknown) => refused,
  );
  if ((error as { code: string }).code !== "taken") expect(await world.rows(count)).toEqual(before);
  return error as { code: string; constraint: string };
}
