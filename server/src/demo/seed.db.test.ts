import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer, type Caller } from "../../../test/support/app.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { newToken, openWorld } from "../../../test/support/scenario.ts";
import { verifyLog } from "../access-log/verify.ts";
import { findMediaType } from "../files/content-type.ts";
import { linkLogs } from "../worker/link-access-logs.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { builtInEditions, editionsByCode } from "../norms/editions.ts";
import { demoPeople } from "./accounts.ts";
import { heuvelrand } from "./content/heuvelrand/library.ts";
import { libraries } from "./content/organisations.ts";
import { delta } from "./content/others.ts";
import { vechtermark } from "./content/vechtermark/library.ts";
import type { FileToKeep } from "./evidence-rows.ts";
import { seedDemoIfEmpty } from "./seed.ts";

/** What the demonstration begins with is what its people could have made through the application. */
const world = await openWorld();
const server = await openServer(world);
const kept: FileToKeep[] = [];
const seed = () =>
  seedDemoIfEmpty({
    adminUrl: world.database.adminUrl,
    databaseUrl: world.database.databaseUrl,
    editions: editionsByCode(builtInEditions),
    keep: async (file) => void kept.push(file),
  });
const people = new Map<string, { id: string; token: string }>();
beforeAll(async () => {
  await seed();
  for (const { email } of demoPeople) {
    const [person] = await world.rows<{ id: string }>(
      'select id from identity."user" where email = $1',
      [email],
    );
    const token = newToken();
    await world.rows(
      `insert into identity.session (token, "userId", "expiresAt") values ($1, $2, now() + interval '1 day')`,
      [token, person!.id],
    );
    people.set(email, { id: person!.id, token });
  }
});

const as = (email: string, hat: string): Caller => ({
  cookie: server.cookie(people.get(email)!.token),
  hat,
});
const count = async (table: string, where = "true") =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]!.n;

test("is made once, also by a start that comes after it", async () => {
  const before = await count("toetssteen.activity");
  await seed();
  expect(await count("toetssteen.activity")).toBe(before);
  expect(await count("toetssteen.organisation")).toBe(libraries.length + 2);
  expect(await count("graphile_worker._private_jobs")).toBe(0);
});

describe.each(libraries.map((library) => [library.name, library] as const))(
  "%s",
  (_name, library) => {
    test("shows its people what they wrote, page by page", async () => {
      const by = as(library.people[0]!.email, library.id);
      const page = succeeded(
        await server.ask(
          by,
          `query ($id: ID!) {
          selfEvaluation(organisationId: $id) { cycle { id } }
          activity(organisationId: $id) { entries { what by { name } } }
          evidence(organisationId: $id) { total items { title uses { part } } }
          myWork(organisationId: $id) { part }
          libraryProfile(organisationId: $id) { runsIdo vobMember locations }
        }`,
          { id: library.id },
        ),
      ).data;
      expect(page.selfEvaluation.cycle.id).toBe(library.cycleId);
      expect(page.evidence.total).toBe(library.evidence.length);
      expect(page.libraryProfile).toEqual({
        runsIdo: library.runsIdo,
        vobMember: library.vobMember,
        locations: library.locations,
      });
      const texts = await count("toetssteen.passage", `organisation_id = '${library.id}'`);
      expect(texts).toBe(library.texts.length);
      const states = await world.rows<{ state: string; n: number }>(
        "select state, count(*)::int as n from toetssteen.progress where organisation_id = $1 group by 1",
        [library.id],
      );
      const done = states.find(({ state }) => state === "DONE")?.n ?? 0;
      expect(done).toBe((library.work.states.DONE ?? []).length);
    });
  },
);

test("nothing happened in the future, and histories end with what stands", async () => {
  for (const [table, column] of [
    ["activity", "at"],
    ["comment", "at"],
    ["evidence", "added_at"],
    ["passage_history", "written_at"],
    ["submission", "submitted_at"],
    ["access_log", "at"],
  ])
    expect(await count(`toetssteen.${table}`, `${column} > now()`), table).toBe(0);
  expect(
    await world.rows(
      `select from toetssteen.passage p join lateral (select body, version from toetssteen.passage_history h
         where (h.organisation_id, h.cycle_id, h.part, h.field) = (p.organisation_id, p.cycle_id, p.part, p.field)
         order by version desc limit 1) last on true
       where (last.body, last.version) <> (p.body, p.version)`,
    ),
  ).toEqual([]);
});

test("an auditor reads what was handed in, and its fingerprint fits", async () => {
  const mandates = await world.rows<{ id: string; auditor_id: string; submission_id: string }>(
    "select id, auditor_id, submission_id from toetssteen.mandate",
  );
  expect(mandates).toHaveLength(2);
  for (const { id, auditor_id, submission_id } of mandates) {
    const [email] = [...people].find(([, person]) => person.id === auditor_id)!;
    const { submission } = succeeded(
      await server.ask(
        as(email, id),
        "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { document sha256 } }",
        { of: heuvelrand.id, id: submission_id },
      ),
    ).data;
    const print = createHash("sha256").update(submission.document, "utf8").digest("hex");
    expect(print).toBe(submission.sha256);
    expect(submission.document).toContain("dinsdagochtend");
  }
});

test("an adviser sees the libraries that let them, and each of those sees who looked", async () => {
  const { overseen } = succeeded(
    await server.ask(
      as("jorrit@steunpuntdelta.example", delta.id),
      "query ($id: ID!) { overseen(organisationId: $id) { libraries { organisation { name } } } }",
      { id: delta.id },
    ),
  ).data;
  const names = overseen.libraries.map(
    (one: { organisation: { name: string } }) => one.organisation.name,
  );
  expect(names.toSorted()).toEqual([
    "Bibliotheek Heuvelrand",
    "Bibliotheek Waterlinie",
    "Bibliotheken Vechtermark",
  ]);
  expect(
    await count("toetssteen.access_log", `organisation_id = '${heuvelrand.id}'`),
  ).toBeGreaterThan(5);
  await linkLogs(workerDatabaseUrl(world.database), { info() {} });
  expect(await verifyLog(world.rows, heuvelrand.id)).toMatchObject({ misfit: null, waiting: 0 });
});

test("every file that is said to be there is kept, as it is said to be", async () => {
  const files = await world.rows<{
    organisation_id: string;
    object_id: string;
    sha256: string;
    size: number;
    media_type: string;
  }>("select organisation_id, object_id, sha256, size, media_type from toetssteen.evidence_file");
  expect(files.length).toBeGreaterThan(2_000);
  const bytes = new Map(
    kept.map((file) => [`${file.organisationId}/${file.objectId}`, file.bytes]),
  );
  expect(bytes.size).toBeLessThan(100);
  for (const { bytes: found } of kept) {
    const noticed = { size: found.length, charset: "utf-8" as const };
    const type = await findMediaType(noticed, async ({ start, end }) =>
      Readable.from([found.subarray(start, end + 1)]),
    );
    const sha256 = createHash("sha256").update(found).digest("hex");
    expect(
      new Set(files.filter((file) => file.sha256 === sha256).map((file) => file.media_type)),
    ).toEqual(new Set([type]));
  }
  for (const file of files) {
    const found = bytes.get(`${file.organisation_id}/${file.object_id}`)!;
    expect(found.length).toBe(file.size);
    expect(createHash("sha256").update(found).digest("hex")).toBe(file.sha256);
  }
  const heads = new Set([...bytes.values()].map((one) => one.subarray(0, 4).toString("latin1")));
  expect([...heads]).toEqual(expect.arrayContaining(["%PDF", "\u0089PNG"]));
  expect(vechtermark.evidence).toHaveLength(2_000);
});
