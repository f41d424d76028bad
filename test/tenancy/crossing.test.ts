import { opens, roles } from "@toetssteen/server/rights/kinds";
import { qualified } from "@toetssteen/server/rights/policies";
import type { Verb } from "@toetssteen/server/rights/relations";
import { beforeAll, describe, expect, test } from "vitest";
import { kept, nameOf, type ForeignKey, type Kept } from "../support/inspect-relations.ts";
import { createRowMaker, insertInto, type Row } from "../support/rows.ts";
import { ask, asked, openWorld, type Member, type Organisation } from "../support/scenario.ts";

/** Rows that would stand with one foot in another organisation; also for somebody with every role in both. */
const world = await openWorld();
const maker = await createRowMaker(world);

let here: Organisation;
let there: Organisation;
let member: Member;
let theirs: ReadonlyMap<string, Row>;
beforeAll(async () => {
  [here, there] = [await world.organisation(), await world.organisation()];
  member = await world.member(here, ...roles);
  await world.membership(member, there, roles);
  theirs = await maker.fill(there.id, there.id);
});

const both = () => ({ subjects: [here.id, there.id] });
const write = (sql: string, values: readonly unknown[]) =>
  ask(world.scopes, asked(member, "write", both()), sql, values);
const policyRefuses = {
  code: "42501",
  message: expect.stringMatching(/row-level security policy|stays its person/),
};

const sidesWith = (verb: Verb) =>
  kept.flatMap((relation) =>
    relation.sides
      .filter(({ verbs }) => verbs.includes(verb))
      .map(({ column, kind }) => ({
        relation,
        column,
        kind,
        of: `${nameOf(relation)}, ${column}`,
      })),
  );

const within = (relation: Kept, id: string) =>
  maker.rowFor(relation, Object.fromEntries(relation.sides.map(({ column }) => [column, id])));

test("somebody with every role in both may ask for both, and still gets only what the hat opens", async () => {
  expect(roles.some((role) => opens[role].writes.includes("members"))).toBe(true);
  const seen = await ask(
    world.scopes,
    asked(member, "read", both()),
    "select distinct organisation_id as id from toetssteen.membership",
  );
  expect(seen).toEqual([{ id: here.id }]);
});

describe.each(sidesWith("insert").filter(({ relation }) => relation.insertedBy === undefined))(
  "a new row of $of",
  ({ relation, column }) => {
    test("cannot be put in the other organisation", async () => {
      const row = { ...(await within(relation, here.id)), [column]: there.id };
      await expect(write(insertInto(relation, row), Object.values(row))).rejects.toMatchObject(
        policyRefuses,
      );
    });
  },
);

describe.each(sidesWith("update"))("a row of $of", ({ relation, column }) => {
  beforeAll(async () => {
    const [known] = await world.rows(`select from ${qualified(relation)} where "${column}" = $1`, [
      here.id,
    ]);
    if (!known) await maker.insert(relation, await within(relation, here.id));
  });

  test("cannot be moved to the other organisation, nor fetched from it", async () => {
    const move = `update ${qualified(relation)} set "${column}" = $2 where "${column}" = $1 returning 1`;
    await expect(write(move, [here.id, there.id])).rejects.toMatchObject(policyRefuses);
    expect(await write(move, [there.id, here.id])).toEqual([]);
    // Reads nothing, so that the right to change is asked by itself.
    const moveAll = `update ${qualified(relation)} set "${column}" = $1`;
    await expect(write(moveAll, [there.id])).rejects.toMatchObject(policyRefuses);
  });
});

const references = kept.flatMap((relation) =>
  maker
    .foreignKeys(relation)
    .filter(
      (key) =>
        kept.some((parent) => nameOf(parent) === key.parent) && free(relation, key).length > 0,
    )
    .map((key) => ({ relation, key, of: `${nameOf(relation)} (${key.columns.join(", ")})` })),
);

describe.each(references)("the reference from $of", ({ relation, key }) => {
  test("cannot point to a row of the other organisation, only to their own", async () => {
    const row = await within(relation, (await world.organisation()).id);
    const parent = theirs.get(key.parent);
    const theirParent = Object.fromEntries(
      free(relation, key).map((column) => [
        column,
        parent?.[key.referenced[key.columns.indexOf(column)]!],
      ]),
    );
    const crossed = { ...row, ...theirParent };
    const refusal = { code: "23503", constraint: key.name };
    await expect(
      world.rows(insertInto(relation, crossed), Object.values(crossed)),
    ).rejects.toMatchObject(refusal);
    await expect(maker.insert(relation, row)).resolves.toBeUndefined();
  });
});

/** The columns of a reference that don't name an organisation. */
function free(relation: Kept, key: ForeignKey): string[] {
  return key.columns.filter((column) => relation.sides.every((side) => side.column !== column));
}
