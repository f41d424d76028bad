import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openReaders } from "../../../test/support/readers.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** The application's own role, sending whatever SQL somebody could make it send, can't lie in the log. */
const world = await openWorld();
const readers = openReaders(world, await openServer(world));

let library: Library;
let other: Library;
let support: Organisation;
let adviser: Member;
let colleague: Member;
let oversight: string;
let row: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  library = await world.library();
  other = await world.library();
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
  colleague = await world.member(support, "adviser");
  const administrator = await world.member(library, "administrator");
  ({ id: oversight } = await readers.oversight(library, administrator, support));
  await readers.oversight(other, await world.member(other, "administrator"), support, {
    withdrawn: true,
  });
  row = {
    organisation_id: library.id,
    id: randomUUID(),
    reader_id: adviser.id,
    reader_name: adviser.name,
    reader_organisation_id: support.id,
    reader_organisation_name: support.name,
    via: "oversight:progress",
    right_id: oversight,
    opened: "overseen",
  };
});

const looking = () => asked(adviser, "write", { subjects: [library.id, other.id] });
const write = (by: ReturnType<typeof looking>, changed: Readonly<Record<string, unknown>>) => {
  const values = { ...row, ...changed };
  const columns = Object.keys(values);
  // Without a line that the scope wrote itself, of which there is one for each right.
  return world.scopes.inScope({ ...by, subjects: [by.hat!] }, async (scope) => {
    await scope.sql("", "select set_config('app.subject', $1, true)", [by.subjects.join(",")]);
    const written = await scope.sql(
      "",
      `insert into toetssteen.access_log (${columns.join(", ")}) values (${columns.map((_, place) => `$${place + 1}`).join(", ")})`,
      Object.values(values),
    );
    return { value: written, keep: false };
  });
};
const refused = { code: "42501", message: expect.stringMatching(/row-level security policy/) };

describe("a line in toetssteen.access_log", () => {
  test("is written by whoever looks, as themselves", async () => {
    await expect(write(looking(), {})).resolves.toEqual([]);
  });

  test.each<readonly [string, () => Readonly<Record<string, unknown>>]>([
    ["as another person", () => ({ reader_id: colleague.id })],
    ["under another's name", () => ({ reader_name: colleague.name })],
    ["for another organisation", () => ({ reader_organisation_id: other.id })],
    ["under another organisation's name", () => ({ reader_organisation_name: "Iemand anders" })],
    ["about a library that lets nobody look", () => ({ organisation_id: other.id })],
    ["by another right", () => ({ via: "mandate" })],
    ["by a right of another", () => ({ right_id: randomUUID() })],
    ["as if it was long ago", () => ({ at: "2020-01-01" })],
    ["as if it is yet to come", () => ({ at: "2099-01-01" })],
    ["in words of their own", () => ({ opened: "Wat een rommel, die zelfevaluatie." })],
    ["of any length", () => ({ opened: "x".repeat(5_000_000) })],
  ])("is not written %s", async (_how, changed) => {
    await expect(write(looking(), changed())).rejects.toMatchObject(refused);
  });

  test("is not written by those who read their own", async () => {
    const administrator = await world.member(library, "administrator");
    const own = {
      reader_id: administrator.id,
      reader_name: administrator.name,
      reader_organisation_id: library.id,
      reader_organisation_name: library.name,
      via: "administrator",
      right_id: administrator.id,
    };
    await expect(write(asked(administrator, "write"), own)).rejects.toMatchObject(refused);
    await expect(
      write(asked(administrator, "write"), { ...own, reader_organisation_id: support.id }),
    ).rejects.toMatchObject(refused);
  });

  const denied = { code: "42501", message: expect.stringMatching(/^permission denied for table/) };
  test.each([
    ["update toetssteen.access_log set opened = ''", denied],
    ["delete from toetssteen.access_log", denied],
    ["truncate toetssteen.access_log", { name: "ForeignStatement" }],
  ])("is not undone by: %s", async (sql, refusal) => {
    const administrator = await world.member(library, "administrator");
    await expect(ask(world.scopes, looking(), sql)).rejects.toMatchObject(refusal);
    await expect(ask(world.scopes, asked(administrator, "write"), sql)).rejects.toMatchObject(
      refusal,
    );
  });

  test("is not read by who wrote it, nor by anybody else outside", async () => {
    const seen = "select from toetssteen.access_log";
    const rows = Object.values(row);
    await world.rows(
      `insert into toetssteen.access_log (${Object.keys(row).join(", ")}) values (${rows.map((_, place) => `$${place + 1}`).join(", ")})`,
      rows,
    );
    const reader = await world.member(library, "director");
    expect(await ask(world.scopes, asked(reader, "read"), seen)).toHaveLength(1);
    const own = asked(await world.member(support, "administrator"), "read");
    for (const by of [looking(), asked(adviser, "read"), own])
      expect(await ask(world.scopes, by, seen)).toEqual([]);
  });
});
