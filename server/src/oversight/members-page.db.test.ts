import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { makeMembers } from "../../../test/support/many-members.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Member, type Organisation } from "../../../test/support/scenario.ts";

/** A hundred and thirty members, page by page: all of them, in order, and none twice. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const count = 130;

let support: Organisation;
let adviser: Member;
beforeAll(async () => {
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
  await makeMembers(world, support, count);
  const another = await readers.supportOrganisation();
  await makeMembers(world, another, 20);
  const library = await world.library({ name: "Bibliotheek Ingetrokken" });
  const administrator = await world.member(library, "administrator");
  await readers.oversight(library, administrator, support, { withdrawn: true });
});

interface Choice {
  readonly sort?: "NAME" | "AUDIT";
  readonly quarter?: string;
  readonly search?: string;
}
interface Page {
  libraries: { organisation: { id: string; name: string } }[];
  nextAfter: string | null;
  total: number;
}

const document = `query ($id: ID!, $first: Int! = 50, $after: String, $sort: OverseenSort! = NAME, $quarter: String, $search: String! = "") {
  overseen(organisationId: $id, first: $first, after: $after, sort: $sort, quarter: $quarter, search: $search) {
    libraries { organisation { id name } } nextAfter total } }`;
const ask = (choice: Choice & { after?: string; first?: number }) =>
  server.ask(server.as(adviser), document, { id: support.id, ...choice });
const page = async (choice: Choice & { after?: string; first?: number }): Promise<Page> =>
  succeeded(await ask(choice)).data.overseen;

async function everyPage(choice: Choice, first: number, between?: (page: Page) => Promise<void>) {
  const found: string[] = [];
  const sizes: number[] = [];
  const totals = new Set<number>();
  for (let after: string | undefined; ;) {
    const one = await page({ ...choice, first, ...(after !== undefined && { after }) });
    found.push(...one.libraries.map(({ organisation }) => organisation.id));
    sizes.push(one.libraries.length);
    totals.add(one.total);
    if (one.nextAfter === null) return { found, sizes, totals: [...totals] };
    await between?.(one);
    after = one.nextAfter;
  }
}

/** The same by one plain statement, from the libraries themselves and not from what is copied of them. */
async function expected({ sort, quarter, search = "" }: Choice): Promise<string[]> {
  const rows = await world.rows<{ id: string; name: string; from: string }>(
    `select l.id, l.name, coalesce(c.audit_on::text, case substr(c.announced_quarter, 7)
         when '1' then '2098-01-01' when '2' then '2098-04-01' when '3' then '2098-07-01' when '4' then '2098-10-01' end,
         to_char(c.certificate_expires_on, 'YYYY') || case when extract(month from c.certificate_expires_on) > 9 then '-10-01' end, 'never') as from
     from toetssteen.oversight o join toetssteen.organisation l on l.id = o.organisation_id
     join toetssteen.cycle c on c.organisation_id = l.id
     where o.subject_organisation_id = $1 and o.withdrawn_at is null order by l.id`,
    [support.id],
  );
  const quarterOf = (day: string) =>
    `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const { compare } = new Intl.Collator("nl", { numeric: true });
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replaceAll(/[\p{M}'’]/gu, "")
      .toLowerCase();
  const words = plain(search).split(" ");
  const chosen = rows
    .toSorted((a, b) => compare(plain(a.name), plain(b.name)))
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .filter(({ from }) => quarter === undefined || quarterOf(from) === quarter);
  return (
    sort === "AUDIT"
      ? chosen.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
      : chosen
  ).map(({ id }) => id);
}

describe("all pages together", () => {
  test.each<readonly [Choice, number]>([
    [{}, 50],
    [{}, 7],
    [{}, 100],
    [{}, 65],
    [{ sort: "AUDIT" }, 50],
    [{ sort: "AUDIT" }, 3],
    [{ sort: "AUDIT", quarter: "2098-Q1" }, 4],
    [{ quarter: "2098-Q4" }, 4],
    [{ quarter: "2031-Q1" }, 50],
    [{ search: " BIBLIOTHEEK aa " }, 5],
    [{ search: "één", sort: "AUDIT" }, 5],
    [{ search: "100%" }, 5],
    [{ search: "%" }, 5],
    [{ search: "_" }, 5],
    [{ search: "l'é" }, 5],
    [{ search: "\\" }, 5],
    [{ search: "' or true --" }, 5],
    [{ search: "a", quarter: "2098-Q4", sort: "AUDIT" }, 2],
  ])("of %j, by %i", async (choice, first) => {
    const all = await expected(choice);
    const { found, sizes, totals } = await everyPage(choice, first);
    expect(found).toEqual(all);
    expect(new Set(found).size).toBe(found.length);
    expect(sizes.slice(0, -1).every((size) => size === first)).toBe(true);
    expect(totals).toEqual([all.length]);
  });

  test("are all members when nothing is asked for", async () => {
    expect((await everyPage({}, 50)).found).toHaveLength(count);
  });
});

describe("between two pages", () => {
  test.each(["NAME", "AUDIT"] as const)(
    "the last one of the first can withdraw, and none after it is passed over (%s)",
    async (sort) => {
      const before = await expected({ sort });
      const gone: string[] = [];
      const { found } = await everyPage({ sort }, 40, async ({ libraries }) => {
        const id = libraries.at(-1)!.organisation.id;
        gone.push(id);
        await world.rows(
          "update toetssteen.oversight set withdrawn_at = now() where organisation_id = $1 and subject_organisation_id = $2",
          [id, support.id],
        );
      });
      await world.rows(
        "update toetssteen.oversight set withdrawn_at = null where organisation_id = any ($1) and subject_organisation_id = $2",
        [gone, support.id],
      );
      expect(gone).toHaveLength(3);
      expect(found).toEqual(before);
    },
  );
});

describe("what is no page", () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const id = randomUUID();

  test.each<readonly [string, string]>([
    ["nothing", ""],
    ["a word", "volgende"],
    ["no list", Buffer.from('{"a":1}').toString("base64url")],
    ["null", Buffer.from("null").toString("base64url")],
    ["too little", cursor("2098-01-01", "Bibliotheek")],
    ["no id", cursor("2098-01-01", "Bibliotheek", "1")],
    ["no date", cursor("Bibliotheek", "Bibliotheek", id)],
    ["a day that isn't there", cursor("2098-02-30", "Bibliotheek", id)],
    ["a number", cursor(1, "Bibliotheek", id)],
    ["SQL", cursor("now()", "'; select 1 --", id)],
    ["a text that can't be kept", cursor("2098-01-01", "\u0000", id)],
  ])("goes by a cursor of %s", async (_what, after) => {
    for (const sort of ["NAME", "AUDIT"] as const) {
      const answer = await ask({ sort, after });
      expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
    }
  });

  test.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { quarter: "2098-Q5" },
    { quarter: "" },
    { search: "\u0000" },
  ])("goes by %j", async (choice) => {
    const answer = await ask(choice);
    expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
  });

  test("and a cursor that somebody made up shows the same members, from another place", async () => {
    const own = await expected({});
    const made = await page({ after: cursor("infinity", "L", id), first: 100 });
    const found = made.libraries.map(({ organisation }) => organisation.id);
    expect(found).toEqual(own.slice(-found.length));
    const [stranger] = await world.rows<{ id: string; name: string }>(
      `select l.id, l.name from toetssteen.organisation l join toetssteen.oversight o on o.organisation_id = l.id
       where o.subject_organisation_id <> $1 limit 1`,
      [support.id],
    );
    const by = async (known: string) =>
      page({ after: cursor("2098-01-01", stranger!.name, known), sort: "AUDIT" });
    expect(await by(stranger!.id)).toEqual(await by(`${stranger!.id.slice(0, -1)}0`));
  });
});
