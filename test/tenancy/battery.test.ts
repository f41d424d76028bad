import { opens, type Role } from "@toetssteen/server/rights/kinds";
import { qualified } from "@toetssteen/server/rights/policies";
import type { Side, Verb } from "@toetssteen/server/rights/relations";
import { beforeAll, describe, expect, test } from "vitest";
import { makeAskers, makeElsewhere, type Actor, type Elsewhere } from "../support/actors.ts";
import { kept, nameOf, type Kept } from "../support/inspect-relations.ts";
import { createRowMaker, insertInto, type Row } from "../support/rows.ts";
import { ask, openWorld, type Organisation } from "../support/scenario.ts";

/**
 * Every table, every verb, everybody: made from the list of relations, so that a new table is tried without a line
 * here. What a role may do comes from the list of kinds; that nobody else may do anything is what this proves.
 */
const world = await openWorld();
const maker = await createRowMaker(world);

/** Rows that only those outside add, about themselves; an organisation's own are refused also with these values. */
const aboutThemselves: Readonly<Record<string, (actor: Actor) => Row>> = {
  "toetssteen.access_log": ({ person, role }) => ({
    reader_id: person,
    via: role ?? "administrator",
    right_id: person,
  }),
};

type Outcome =
  | "seen"
  | "unseen"
  | "written"
  | "nothing to write"
  | "refused by policy"
  | "not granted";

let elsewhere: Elsewhere;
beforeAll(async () => {
  elsewhere = await makeElsewhere(world);
  await maker.fill(elsewhere.home.id, elsewhere.home.id);
});

const sides = kept.flatMap((relation) =>
  relation.sides.map((side) => ({ relation, side, of: `${nameOf(relation)}, ${side.column}` })),
);

describe.each(sides)("rows of $of", ({ relation, side }) => {
  let organisations: Record<string, Organisation>;
  let actors: Actor[];
  let row: Row;
  const here = () => organisations[side.column]!.id;
  const where = `where "${side.column}" = $1`;

  beforeAll(async () => {
    organisations = Object.fromEntries(
      await Promise.all(
        relation.sides.map(async ({ column }) => [column, await world.organisation()] as const),
      ),
    );
    actors = await makeAskers(world, organisations[side.column]!, elsewhere);
    row = await maker.rowFor(
      relation,
      Object.fromEntries(Object.entries(organisations).map(([column, { id }]) => [column, id])),
    );
  });

  /** Everybody tries; nothing of it may change the table, whether the actor was refused or undone. */
  async function outcomes(
    attempt: (actor: Actor) => Promise<Outcome>,
  ): Promise<Record<string, Outcome>> {
    const before = await fingerprint(relation);
    const found: Record<string, Outcome> = {};
    for (const actor of actors) found[actor.name] = await attempt(actor).catch(refusal);
    expect(await fingerprint(relation)).toBe(before);
    return found;
  }

  const expected = (mayDo: (role: Role) => boolean, yes: Outcome, no: Outcome) =>
    Object.fromEntries(
      actors.map(({ name, role }) => [name, role !== null && mayDo(role) ? yes : no]),
    );

  const write = (actor: Actor, sql: string, values: readonly unknown[], keep: boolean) =>
    ask(world.scopes, { ...actor.options, access: "write" }, sql, values, keep);

  test("can be added by those who write them, and nobody else", async () => {
    const granted = relation.sides.some(({ verbs }) => verbs.includes("insert"));
    const own = aboutThemselves[nameOf(relation)];
    expect(own !== undefined, `say in aboutThemselves who adds to ${nameOf(relation)}`).toBe(
      relation.insertedBy !== undefined,
    );
    const found = await outcomes(async (actor) => {
      const theirs = { ...row, ...own?.(actor) };
      await write(actor, insertInto(relation, theirs), Object.values(theirs), false);
      return "written";
    });
    const may = (role: Role) => own === undefined && mayWrite(role, side, "insert");
    expect(found).toEqual(expected(may, "written", granted ? "refused by policy" : "not granted"));
  });

  describe("that are there", () => {
    beforeAll(async () => {
      if (relation.name !== "organisation") await maker.insert(relation, row);
    });

    test("are seen by those who read them, and nobody else", async () => {
      const found = await outcomes(async (actor) => {
        const options = { ...actor.options, access: "read" as const };
        const all = await ask<{ of: string }>(
          world.scopes,
          options,
          `select "${side.column}"::text as of from ${qualified(relation)}`,
        );
        const theirs = all.filter(({ of }) => of === here());
        const others = all.filter(({ of }) => of !== here() && of !== actor.options.hat);
        if (others.length > 0) throw new Error(`${actor.name} sees rows of a third organisation.`);
        return theirs.length > 0 ? "seen" : "unseen";
      });
      expect(found).toEqual(
        expected((role) => opens[role].reads.includes(side.kind), "seen", "unseen"),
      );
    });

    test.each(["update", "delete"] as const)(
      "are touched by %s only where it is declared",
      async (verb) => {
        const granted = relation.sides.some(({ verbs }) => verbs.includes(verb));
        const sql = {
          update: `update ${qualified(relation)} set ${change(relation)}`,
          delete: `delete from ${qualified(relation)}`,
        }[verb];
        const found = await outcomes(async (actor) => {
          const keep = actor.role === null || !mayWrite(actor.role, side, verb);
          return (await write(actor, `${sql} ${where} returning 1`, [here()], keep)).length > 0
            ? "written"
            : "nothing to write";
        });
        expect(found).toEqual(
          expected(
            (role) => mayWrite(role, side, verb),
            "written",
            granted ? "nothing to write" : "not granted",
          ),
        );
      },
    );
  });
});

function mayWrite(role: Role, { kind, verbs }: Side, verb: Verb): boolean {
  return verbs.includes(verb) && opens[role].writes.includes(kind);
}

function refusal(error: Error & { code?: string }): Outcome {
  if (error.code === "42501" && /row-level security policy/.test(error.message))
    return "refused by policy";
  if (error.code === "42501" && error.message.startsWith("permission denied for table"))
    return "not granted";
  throw error;
}

/** A change that any row would show and no check refuses. */
function change(relation: Kept): string {
  const pointing = new Set(maker.foreignKeys(relation).flatMap((key) => key.columns));
  const free = maker
    .columns(relation)
    .filter(({ name, allowed }) => !pointing.has(name) && allowed === null && name !== "id");
  const column =
    free.find(({ type }) => type === "integer") ??
    free.find(({ type }) => type === "timestamp with time zone");
  if (!column) throw new Error(`Say in battery.test.ts what can change in ${nameOf(relation)}.`);
  return `"${column.name}" = "${column.name}" + ${column.type === "integer" ? "1" : "interval '1 minute'"}`;
}

async function fingerprint(relation: Kept): Promise<string> {
  const [found] = await world.rows<{ print: string }>(
    `select count(*) || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as print from ${qualified(relation)} t`,
  );
  return found!.print;
}
