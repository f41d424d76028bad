import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fillDossier, type Planted } from "../../../test/support/full-dossier.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

const nothing = { cycle: false, about: false, unmet: false, discussions: false, parts: [] };
const ask = (id: string, by = noor) =>
  server.ask(
    server.as(by),
    `query ($of: ID!, $id: ID!) { writtenSince(organisationId: $of, id: $id) { cycle about unmet discussions parts } }`,
    { of: library.id, id },
  );
const since = async (id: string) => succeeded(await ask(id)).data.writtenSince;

describe("after a norm was handed in", () => {
  test("a change of any text or date in it or in the cycle is noticed, and none of another norm", async () => {
    const { texts, dates } = await fillDossier(world, library, noor);
    const id = await readers.submit(noor, library);
    expect(await since(id)).toEqual(nothing);

    const unnoticed: string[] = [];
    const noticed: string[] = [];
    const put = ({ column }: Planted, from: string, to: string) => {
      const [table, name] = column.split(".");
      return world.rows(
        `update toetssteen.${table} set "${name}" = $2 where "${name}" = $1 returning 1`,
        [from, to],
      );
    };
    const change = async (planted: Planted, other: string) => {
      expect(await put(planted, planted.canary, other)).toHaveLength(1);
      const isNoticed = JSON.stringify(await since(id)) !== JSON.stringify(nothing);
      const isOfAnother = planted.norm !== null && planted.norm !== "4";
      if (isOfAnother && isNoticed) noticed.push(planted.column);
      if (!isOfAnother && !isNoticed) unnoticed.push(planted.column);
      await put(planted, other, planted.canary);
    };
    const near = ({ norm }: Planted) => norm === null || norm === "4" || norm === "5";
    for (const text of texts.filter(near)) await change(text, "Anders.");
    // A period ends after it begins.
    for (const date of dates.filter(near))
      await change(date, date.column === "evidence.about_to" ? "2099-01-01" : "2097-01-01");
    expect([unnoticed, noticed]).toEqual([[], []]);
    // What is back to how it was, is no difference.
    expect(await since(id)).toEqual(nothing);
  });

  test("it is said where, also of what was taken away", async () => {
    await fillDossier(world, library, noor);
    const id = await readers.submit(noor, library);
    const place = "where organisation_id = $1 and cycle_id = $2";
    const here = [library.id, library.cycleId];
    const change = async (sql: string) => {
      await world.rows(sql, here);
      return since(id);
    };
    expect(
      await change(
        `update toetssteen.passage set body = 'Later.' ${place} and part = '4.V2' and field = 'practice'`,
      ),
    ).toEqual({ ...nothing, parts: ["4.V2"] });
    expect(
      await change(
        `update toetssteen.evidence_use set removed_at = now() ${place} and part = '4.1'`,
      ),
    ).toEqual({ ...nothing, parts: ["4.1", "4.V2"] });
    expect(
      await change(`update toetssteen.discussion set removed_at = now() ${place} and norm = '4'`),
    ).toEqual({ ...nothing, discussions: true, parts: ["4.1", "4.V2"] });
    expect(
      await change(`update toetssteen.plan set due_on = null ${place} and part = '4'`),
    ).toMatchObject({ about: false, unmet: true, discussions: true });
    expect(
      await change(
        `update toetssteen.passage set body = 'Later.' ${place} and part in ('', '4') and field in ('accents', 'facts')`,
      ),
    ).toEqual({
      cycle: true,
      about: true,
      unmet: true,
      discussions: true,
      parts: ["4.1", "4.V2"],
    });
    expect(await since(await readers.submit(noor, library))).toEqual(nothing);
  });

  test("an indicator that came to apply is named once something is written there", async () => {
    await world.rows(
      "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
      [library.id],
    );
    await readers.answerAll(noor, library, ["4.1", "4.2", "4.3"]);
    const id = await readers.submit(noor, library);
    await world.rows(
      "update toetssteen.library_profile set runs_ido = true where organisation_id = $1",
      [library.id],
    );
    expect(await since(id)).toEqual(nothing);
    await readers.answerAll(noor, library, ["4.4"]);
    expect(await since(id)).toEqual({ ...nothing, parts: ["4.4"] });
  });
});

describe("what was written since", () => {
  test("is not told where nothing was handed in, of a cycle that is over, nor to another library", async () => {
    expect(await since(randomUUID())).toBe(null);
    await readers.answerAll(noor, library);
    const id = await readers.submit(noor, library);
    expect(await since(id)).toEqual(nothing);
    const marit = await world.member(await world.library(), "quality_coordinator");
    expect((await ask(id, marit)).code).toBe("FORBIDDEN");
    expect((await ask("4")).code).toBe("INVALID_INPUT");
    await world.rows("update toetssteen.cycle set closed_at = now() where organisation_id = $1", [
      library.id,
    ]);
    expect(await since(id)).toBe(null);
  });
});
