import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { makeMembers } from "../../../test/support/many-members.ts";
import { openReaders } from "../../../test/support/readers.ts";
import { asked, openWorld, type Member } from "../../../test/support/scenario.ts";
import { builtInEditions, editionsByCode } from "../norms/editions.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findOverseenPage, type OverseenAsked } from "./overseen.service.ts";

/** A page costs what is on it, however many members there are behind it: counted in statements and rows, not in time. */
const world = await openWorld();
const readers = openReaders(world, await openServer(world));
const editions = editionsByCode(builtInEditions);

async function advised(members: number): Promise<Member> {
  const support = await readers.supportOrganisation();
  await makeMembers(world, support, members);
  return world.member(support, "adviser");
}

interface Cost {
  readonly statements: number;
  /** Rows that PostgreSQL fetched for this page, also in the functions behind the policies. */
  readonly rows: number;
  readonly shown: number;
  readonly nextAfter: string | null;
}

async function costOf(
  adviser: Member,
  choice: Partial<OverseenAsked>,
  total = false,
): Promise<Cost> {
  const page = {
    first: 50,
    after: null,
    sort: "name",
    quarter: null,
    search: "",
    ...choice,
  } as const;
  return world.scopes.inScope(asked(adviser, "write"), async (scope) => {
    // A table this small is quicker read whole; what counts is what happens once it is not. What an index alone answers
    // isn't counted, and whether it can depends on when PostgreSQL tidied up.
    await scope.sql(
      "",
      "select set_config('enable_seqscan', 'off', true), set_config('enable_indexonlyscan', 'off', true)",
      [],
    );
    let statements = 0;
    const counted: Scope = {
      ...scope,
      sql: (...statement) => {
        statements += 1;
        return scope.sql(...statement);
      },
      readOutside: (...look) => {
        statements += 2;
        return scope.readOutside(...look);
      },
    };
    const fetched = async () => {
      const [row] = await scope.sql<{ rows: number }>(
        "",
        "select sum(seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where schemaname = 'toetssteen'",
        [],
      );
      return row!.rows;
    };
    const before = await fetched();
    const { libraries, nextAfter } = await findOverseenPage(
      counted,
      editions,
      { organisationId: adviser.organisationId, ...page },
      { total, submitted: true },
    );
    const rows = (await fetched()) - before;
    return { value: { statements, rows, shown: libraries.length, nextAfter }, keep: false };
  });
}

let few: Member;
let many: Member;
beforeAll(async () => {
  few = await advised(100);
  many = await advised(2_000);
  await world.rows("analyze");
});

/** A library on a page: itself, its cycle, profile and parts, and the line in its log, with the rights to each. */
const rowsPerLibrary = 20;

describe.each([{ sort: "name" }, { sort: "audit" }] as const)(
  "a page in the order of $sort",
  (choice) => {
    test("costs the same with 100 members and with 2,000", async () => {
      const [small, large] = [await costOf(few, choice), await costOf(many, choice)];
      expect(small).toMatchObject({ statements: 4, shown: 50 });
      expect(large).toMatchObject({ statements: 4, shown: 50 });
      expect(Math.abs(large.rows - small.rows)).toBeLessThan(small.rows / 10);
      expect(large.rows).toBeLessThan(rowsPerLibrary * 50);
    });

    test("costs the same far into the list as at its beginning", async () => {
      const first = await costOf(many, { ...choice, first: 100 });
      let later = first;
      for (let count = 0; count < 6; count += 1)
        later = await costOf(many, { ...choice, first: 100, after: later.nextAfter });
      expect([later.statements, later.shown]).toEqual([first.statements, 100]);
      expect(Math.abs(later.rows - first.rows)).toBeLessThan(first.rows / 10);
    });

    test("costs less when it is smaller", async () => {
      const page = await costOf(many, { ...choice, first: 5 });
      expect(page.shown).toBe(5);
      expect(page.rows).toBeLessThan(rowsPerLibrary * 15);
    });
  },
);

test("the number of all members is counted only when it is asked for", async () => {
  const [counted, without] = [await costOf(many, {}, true), await costOf(many, {})];
  expect(counted.statements).toBe(without.statements);
  expect(counted.rows).toBeGreaterThan(without.rows + 1_000);
});
