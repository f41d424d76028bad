import { nobody } from "@toetssteen/server/tenancy/principal";
import type { Scopes } from "@toetssteen/server/tenancy/scope";
import { beforeAll, describe, expect, test } from "vitest";
import { asked, openWorld, type Library, type Member } from "../support/scenario.ts";

/** Fifty libraries at work at once, on fewer connections than there are libraries. */
const world = await openWorld();
const tenants: { library: Library; member: Member }[] = [];

beforeAll(async () => {
  for (let count = 0; count < 50; count += 1) {
    const library = await world.library();
    tenants.push({ library, member: await world.member(library, "quality_coordinator") });
  }
});

const ids = "select id from toetssteen.organisation";
const own = "select organisation_id as id from toetssteen.cycle";

/** Reads and writes in several statements at once, both ways, as an operation with sibling fields does. */
async function work(
  scopes: Scopes,
  { library, member }: (typeof tenants)[number],
  round: number,
): Promise<unknown> {
  return scopes.inScope(asked(member, "write"), async (scope) => {
    const [name, person] = [`part ${round}`, scope.actor.personId];
    const found = await Promise.all([
      scope.sql<{ id: string }>("ids", ids, []),
      scope.entities.query<{ id: string }[]>(own),
      scope.sql<{ id: string }>(
        "write",
        `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
         values ($1, $2, $3, 'TO_DO', now(), $4) returning organisation_id as id`,
        [library.id, library.cycleId, name, person],
      ),
      scope.sql<{ id: string }>("person", "select tenancy.person() as id", []),
    ]);
    return { value: found.map((rows) => rows.map((row) => row.id)), keep: true };
  });
}

describe.each([1, 10])("over a pool of %i", (poolSize) => {
  test("fifty libraries each see and write only their own, and none waits for ever", async () => {
    const scopes = await world.pool(poolSize);
    const rounds = [1, 2, 3].map((round) => round + poolSize * 10);
    const found = await Promise.all(
      rounds.flatMap((round) => tenants.map((tenant) => work(scopes, tenant, round))),
    );
    const expected = rounds.flatMap(() =>
      tenants.map(({ library, member }) => [[library.id], [library.id], [library.id], [member.id]]),
    );
    expect(found).toEqual(expected);
    const strays = await world.rows(
      `select from toetssteen.progress p where not exists (select from toetssteen.membership m
         where m.organisation_id = p.organisation_id and m.person_id = p.touched_by)`,
    );
    expect(strays).toEqual([]);
  });

  test("those who may see nothing see nothing in between", async () => {
    const scopes = await world.pool(poolSize);
    const unasked = { principal: nobody, hat: null, subjects: [], access: "read" } as const;
    const found = await Promise.all(
      tenants.flatMap(({ library, member }) => [
        scopes.inScope(asked(member, "read"), async (scope) => ({
          value: await scope.sql("ids", ids, []),
          keep: false,
        })),
        scopes.inScope(unasked, async (scope) => ({
          value: [library.id, await scope.sql("ids", ids, [])],
          keep: false,
        })),
      ]),
    );
    expect(found).toEqual(
      tenants.flatMap(({ library }) => [[{ id: library.id }], [library.id, []]]),
    );
  });

  test("an operation that fails gives its connection back", async () => {
    const scopes = await world.pool(poolSize);
    const failures = await Promise.allSettled(
      tenants.map(({ member }) =>
        scopes.inScope(asked(member, "read"), async (scope) => ({
          value: await scope.sql("", "select 1 / 0", []),
          keep: true,
        })),
      ),
    );
    expect(failures.map(({ status }) => status)).toEqual(tenants.map(() => "rejected"));
    const [{ library, member }] = tenants as [(typeof tenants)[number]];
    const after = await scopes.inScope(asked(member, "read"), async (scope) => ({
      value: await scope.sql("ids", ids, []),
      keep: false,
    }));
    expect(after).toEqual([{ id: library.id }]);
  });
});
