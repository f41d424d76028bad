import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { asked, openWorld, type Library } from "../../../test/support/scenario.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { parseCommand } from "../operator/command.ts";
import { OperatorError } from "../operator/refusal.ts";
import { runCommand } from "../operator/run.ts";
import { linkLogs } from "../worker/link-access-logs.ts";
import { verifyLog } from "./verify.ts";

/** A line of the access log that was changed, removed or put in later shows, whoever did it. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const heads: unknown[] = [];
const log = { info: (details: object) => void heads.push(details) };
const link = () => linkLogs(workerDatabaseUrl(world.database), log);

let library: Library;
beforeEach(async () => {
  library = await world.library();
});

/** @param age a PostgreSQL interval */
async function read(age: string, of = library): Promise<string> {
  const id = randomUUID();
  await world.rows(
    `insert into toetssteen.access_log (organisation_id, id, at, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
     values ($1, $2, now() - $3::interval, $2, 'Jorrit Bakema', $2, 'Steunpunt Delta', 'mandate', $2, 'submission')`,
    [of.id, id, age],
  );
  return id;
}

/** Five lines of the last days, in the chain. @returns their ids, oldest first */
async function fiveLines(): Promise<string[]> {
  const ids = [];
  for (const days of [5, 4, 3, 2, 1]) ids.push(await read(`${days} days`));
  await link();
  return ids;
}

const verified = (head: string | null = null) => verifyLog(world.rows, library.id, head);
const change = (sql: string, ...values: unknown[]) =>
  world.rows(
    sql.replace("LINES", "toetssteen.access_log").replace("LINKS", "toetssteen.access_log_link"),
    values,
  );

describe("an access log", () => {
  test("that outsiders added to by reading fits its chain, and goes on fitting", async () => {
    const support = await readers.supportOrganisation();
    const adviser = await world.member(support, "adviser");
    await readers.oversight(library, await world.member(library, "administrator"), support);
    const look = async () =>
      succeeded(
        await server.ask(
          server.as(adviser),
          "query ($id: ID!) { overseen(organisationId: $id) { nextAfter } }",
          { id: support.id },
        ),
      );
    await look();
    expect(await verified()).toMatchObject({ count: 0, head: null, waiting: 1, misfit: null });
    expect(await link()).toBe(1);
    await look();
    await look();
    expect(await link()).toBe(2);
    expect(await link()).toBe(0);
    const whole = await verified();
    expect(whole).toMatchObject({ count: 3, waiting: 0, waitingSince: null, misfit: null });
    expect(heads.at(-1)).toEqual({ organisation: library.id, head: whole.head });
  });

  test("is taken in whole, however many lines and workers there are, and each line once", async () => {
    const other = await world.library();
    await world.rows(
      `insert into toetssteen.access_log (organisation_id, id, at, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
       select l, uuidv7(), now() - interval '1 minute' * n, $1, 'Naam', $1, 'Elders', 'mandate', $1, 'submission'
       from generate_series(1, 1200) n, unnest($2::uuid[]) l`,
      [randomUUID(), [library.id, other.id]],
    );
    const rounds = await Promise.all([link(), link(), link()]);
    expect(rounds.reduce((sum, count) => sum + count)).toBe(2400);
    expect(await verified()).toMatchObject({ count: 1200, waiting: 0, misfit: null });
    expect(await verifyLog(world.rows, other.id)).toMatchObject({ count: 1200, misfit: null });
  });

  test("takes in a line that was committed after a later one", async () => {
    await read("1 minute");
    await link();
    await read("5 minutes");
    expect(await link()).toBe(1);
    expect(await verified()).toMatchObject({ count: 2, misfit: null });
  });

  test("may have a line erased: its place is kept and what it said can't be guessed", async () => {
    const [, , third] = await fiveLines();
    await change("delete from LINES where id = $1", third);
    await change("update LINKS set salt = null where entry_id = $1", third);
    await read("1 hour");
    await link();
    expect(await verified()).toMatchObject({ count: 6, erased: 1, misfit: null });
  });
});

describe("it shows", () => {
  test.each([
    ["opened", "opened = 'overseen'"],
    ["reader", "reader_name = 'Iemand anders'"],
    ["organisation of the reader", "reader_organisation_name = 'Elders'"],
    ["moment", "at = at + interval '1 microsecond'"],
    ["right", "via = 'oversight:progress'"],
  ])("that the %s of a line was changed", async (_what, set) => {
    const [, , third] = await fiveLines();
    await change(`update LINES set ${set} where id = $1`, third);
    expect((await verified()).misfit).toMatchObject({ what: "changed", place: 3, entryId: third });
  });

  test("that a line was removed, also the last one", async () => {
    const [, second, , , fifth] = await fiveLines();
    await change("delete from LINES where id = $1", fifth);
    expect((await verified()).misfit).toMatchObject({ what: "removed", place: 5, entryId: fifth });
    await change("delete from LINES where id = $1", second);
    expect((await verified()).misfit).toMatchObject({ what: "removed", place: 2 });
  });

  test("that a line was removed with its link", async () => {
    const [, , third, fourth] = await fiveLines();
    await change("delete from LINES where id = $1", third);
    await change("delete from LINKS where entry_id = $1", third);
    const broken = { what: "broken", place: 4, entryId: fourth };
    expect((await verified()).misfit).toMatchObject(broken);
    for (const place of [4, 5])
      await change(
        `update LINKS set place = place - 1 where organisation_id = $1 and place = ${place}`,
        library.id,
      );
    expect((await verified()).misfit).toMatchObject({ ...broken, place: 3 });
  });

  test("that two lines of two libraries were exchanged", async () => {
    const [, , third] = await fiveLines();
    const other = await world.library();
    const theirs = await read("3 days", other);
    await change(
      "update LINES set id = case id when $1 then $2::uuid else $1 end where id in ($1, $2)",
      third,
      theirs,
    );
    expect((await verified()).misfit).toMatchObject({ what: "removed", place: 3 });
  });

  test("that a line was put in between, although the worker went on", async () => {
    await fiveLines();
    const late = await read("60 hours");
    expect(await link()).toBe(0);
    await read("1 second");
    expect(await link()).toBe(1);
    expect((await verified()).misfit).toMatchObject({ what: "inserted", entryId: late });
  });

  test("that a link was written anew, by the next one", async () => {
    const [, , third, fourth] = await fiveLines();
    await change(
      "update LINKS set digest = sha256(digest), chain = sha256(chain) where entry_id = $1",
      third,
    );
    expect((await verified()).misfit).toMatchObject({ what: "broken", place: 3 });
    await change("update LINKS set newest_at = 'infinity' where entry_id = $1", fourth);
    expect((await verified()).misfit).toMatchObject({ what: "broken", place: 3 });
  });

  test("that a line stands there whose salt is gone", async () => {
    const [, , third] = await fiveLines();
    await change("update LINKS set salt = null where entry_id = $1", third);
    expect((await verified()).misfit).toMatchObject({ what: "unsealed", place: 3 });
  });

  test("that the end was cut off or all was chained anew, only to who noted the head down", async () => {
    await fiveLines();
    const { head } = await verified();
    await read("1 second");
    await link();
    expect((await verified(head)).misfit).toBe(null);
    await change("delete from LINKS where organisation_id = $1 and place > 3", library.id);
    await change(
      "delete from LINES where organisation_id = $1 and at > now() - interval '60 hours'",
      library.id,
    );
    expect(await verified()).toMatchObject({ count: 3, misfit: null });
    expect((await verified(head)).misfit).toMatchObject({ what: "cut off", place: 3 });
    await change("delete from LINKS where organisation_id = $1", library.id);
    await link();
    expect(await verified()).toMatchObject({ count: 3, misfit: null });
    expect((await verified(head)).misfit).toMatchObject({ what: "cut off" });
  });
});

describe("the chain", () => {
  test("can't be read or written by the application, and is only added to by the worker", async () => {
    await fiveLines();
    const administrator = await world.member(library, "administrator");
    const verbs = [
      "select from LINKS",
      "update LINKS set salt = null",
      "delete from LINKS",
      "insert into LINKS (organisation_id) values (null)",
    ].map((sql) => sql.replace("LINKS", "toetssteen.access_log_link"));
    for (const sql of verbs) {
      const attempt = world.scopes.inScope(asked(administrator, "write"), async (scope) => ({
        value: await scope.sql("", sql, []),
        keep: true,
      }));
      await expect(attempt, sql).rejects.toMatchObject({ code: "42501" });
    }
    const worker = new pg.Client({ connectionString: workerDatabaseUrl(world.database) });
    await worker.connect();
    try {
      for (const sql of [
        ...verbs.slice(1, 3),
        "update toetssteen.access_log set opened = ''",
        "delete from toetssteen.access_log",
        "insert into toetssteen.access_log (organisation_id) values (null)",
      ])
        await expect(worker.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      const again =
        "insert into toetssteen.access_log_link select * from toetssteen.access_log_link";
      await expect(worker.query(again)).rejects.toMatchObject({ code: "23505" });
    } finally {
      await worker.end();
    }
    expect(await verified()).toMatchObject({ count: 5, misfit: null });
  });
});

describe("the operator", () => {
  const settings = {
    dataDir: "",
    workingFolder: "",
    publicUrl: "https://toetssteen.example",
    adminUrl: world.database.adminUrl,
  };
  const operator = (...words: string[]) =>
    runCommand(parseCommand(["log", "verify", ...words]), settings);

  test("is told that it fits, with a head to note down, and which line doesn't", async () => {
    const [, second] = await fiveLines();
    const [line] = await operator(library.name);
    const head = /^(.*) Kop: (\d+:[0-9a-f]{64})$/.exec(line ?? "");
    expect(head?.[1]).toBe(`${library.name} (${library.id}): 5 regels, alles klopt.`);
    expect(await operator(library.id, "--head", head?.[2] ?? "")).toEqual([line]);
    await change("update LINES set opened = 'niets' where id = $1", second);
    const refused = await operator(library.name).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OperatorError);
    expect((refused as OperatorError).message).toMatch(
      new RegExp(`KLOPT NIET bij regel 2: de inhoud is veranderd \\(${second}, 20`),
    );
    const everyone = await operator().catch((error: OperatorError) => error.message.split("\n"));
    expect(everyone).toContainEqual(expect.stringContaining("KLOPT NIET bij regel 2"));
    const [kept] = await world.rows(
      "select command, arguments from tenancy.operator_log order by at desc limit 1",
    );
    expect(kept).toEqual({ command: "log verify", arguments: { organisation: null, head: null } });
  });

  test("hears that lines have been waiting for the worker", async () => {
    await read("2 days");
    const [line] = await operator(library.name);
    expect(line).toMatch(/Nog niet in de keten: 1 regel sinds .*; draait de worker\?/);
  });

  test.each([
    [["--head", `1:${"0".repeat(64)}`], /^ORGANISATIE ontbreekt/],
    [["Waterlinie", "--head", "12"], /^--head klopt niet/],
    [["Nergens"], /^ORGANISATIE: "Nergens" is er niet/],
  ])("is refused with %j", async (words, message) => {
    await expect(async () => operator(...words)).rejects.toThrow(message);
  });
});
