import { migrate } from "@toetssteen/server/migrating/migrate";
import { requireStraight } from "@toetssteen/server/migrating/straight";
import { afterAll, describe, expect, test } from "vitest";
import { openServer } from "../support/app.ts";
import { lacking, openPooler } from "../support/pgbouncer.ts";
import { openWorld } from "../support/scenario.ts";

/** Servers behind PgBouncer in transaction mode, which gives each transaction another connection. */
describe.skipIf(lacking !== null)(
  `behind a pooler${lacking === null ? "" : `: ${lacking}`}`,
  async () => {
    if (lacking !== null) return;
    const world = await openWorld();
    const pooler = await openPooler(world.database, 2);
    afterAll(() => pooler.close());
    const databaseUrl = pooler.through(world.database.databaseUrl);
    const server = await openServer({ ...world, database: { ...world.database, databaseUrl } });
    const people = await Promise.all(
      Array.from({ length: 6 }, async () => world.member(await world.library(), "administrator")),
    );
    /** Each asks twice who they are, all at once; gives what wasn't as it should be. */
    async function everybodyAsks(): Promise<unknown[]> {
      const wrong: unknown[] = [];
      await Promise.all(
        people.flatMap((one) =>
          [one, one].map(async () => {
            const answer = await server.ask(
              server.as(one),
              "query Who { viewer { person { id } } }",
            );
            const id = (answer.data as { viewer?: { person?: { id?: string } } })?.viewer?.person
              ?.id;
            if (id !== one.id) wrong.push(answer);
          }),
        ),
      );
      return wrong;
    }

    test("everybody is who they are, whichever connection serves them", async () => {
      for (let round = 0; round < 10; round += 1) expect(await everybodyAsks()).toEqual([]);
      expect((await server.app.fastify.inject("/readyz")).statusCode).toBe(200);
    });

    test("migrating meanwhile breaks no login, also where all connections are made anew", async () => {
      await migrate(world.database);
      await pooler.reconnect();
      for (let round = 0; round < 5; round += 1) expect(await everybodyAsks()).toEqual([]);
    });

    test("migrating through it is refused with a line, and straight it isn't", async () => {
      await expect(requireStraight("DATABASE_ADMIN_URL", databaseUrl)).rejects.toThrow(
        "DATABASE_ADMIN_URL leads through a pooler of connections (PgBouncer): give the address of PostgreSQL itself",
      );
      await expect(
        requireStraight("DATABASE_ADMIN_URL", world.database.databaseUrl),
      ).resolves.toBeUndefined();
    });
  },
);
