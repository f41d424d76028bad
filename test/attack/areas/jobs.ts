import { randomUUID } from "node:crypto";
import { workerDatabaseUrl } from "@toetssteen/server/jobs/database";
import { nobody } from "@toetssteen/server/tenancy/principal";
import pg from "pg";
import type { Right } from "../../roles/right-by-field.table.ts";
import { afterwards } from "../../support/run.ts";
import { openFileClient } from "../files/file-client.ts";
import { callsTo } from "../jobs/calls.ts";
import { examplesOf } from "../jobs/examples.ts";
import { forgeries } from "../jobs/forgeries.ts";
import { mailed } from "../jobs/mailed.ts";
import { openWorkshop, type Workshop } from "../jobs/workshop.ts";
import type { Area, Range } from "../range.ts";
import type { Verdict } from "../tally.ts";

/**
 * The queue by itself: whom mail was asked for until now, jobs of every task that the code has, asked for by who may not, put there forged, and what the
 * role of the workers may call. Nothing of the library is read or changed for another organisation, and mail goes to
 * whom a job names and nobody else.
 */
export const jobs: Area = {
  name: "jobs",
  async run(range) {
    await mailed(range);
    const waiting = await quarantined(range);
    await exampled(range, waiting);
    await asked(range, waiting);
    await called(range, waiting);
    const workshop = await openWorkshop(range);
    await workersCalls(range, workshop, waiting);
    await forged(range, workshop, waiting);
    await own(range, workshop, waiting);
  },
};

/** A file of the library that waits for its scan. */
interface Waiting {
  readonly file: string;
  readonly object: string;
}

const mark = "% kanarie-library-evidence_file.bytes";

async function quarantined(range: Range): Promise<Waiting> {
  const files = openFileClient(range);
  const file = await files.upload(await files.item(), Buffer.from(`%PDF-1.7\n${mark}\n%%EOF\n`));
  const [row] = await range.fixture.world.rows<{ object: string }>(
    "update toetssteen.evidence_file set state = 'quarantined' where id = $1 returning object_id as object",
    [file],
  );
  return { file, object: row?.object ?? "" };
}

/** A task whose payload can't be made up is attacked by nobody. */
async function exampled({ tally }: Range, { file }: Waiting): Promise<void> {
  for (const { name, fits, payload } of examplesOf(file, "iemand@example.org"))
    await tally.attempt("jobs", `what ${name} takes`, async () =>
      fits
        ? "allowed"
        : { unlike: `test/attack/jobs/examples.ts makes ${JSON.stringify(payload)} of it` },
    );
}

/** Those who act for no organisation, or for another than the library. */
const outside = [
  "coordinator of another library",
  "adviser",
  "auditor within the mandate",
  "auditor after the mandate",
  "member who was removed",
  "nobody",
] as const satisfies readonly Right[];

/** As the application's role, for the library. */
async function asked(range: Range, { file }: Waiting): Promise<void> {
  const { fixture, tally } = range;
  const { library, ids } = fixture;
  for (const right of outside)
    for (const hat of [library.id, ids.mandate, null])
      for (const { task, name, payload } of range.some(examplesOf(file, "iemand@example.org"), 1))
        await tally.attempt("jobs", `${right} asks for ${name} as ${hatName(range, hat)}`, () =>
          asksFor(range, right, hat, "select tenancy.enqueue($1, $2, $3)", [
            task,
            JSON.stringify(payload),
            randomUUID(),
          ]),
        );
}

/** Every function of the application's that ends in the queue, with ids of the library. */
async function called(range: Range, { file }: Waiting): Promise<void> {
  const { fixture, tally } = range;
  for (const right of ["coordinator of another library", "adviser"] as const)
    for (const call of range.some(await callsTo(fixture, "toetssteen_app", file), 6)) {
      const hat = fixture.personas[right].person?.organisationId ?? null;
      await tally.attempt("jobs", `${right} calls ${call.name}`, () =>
        asksFor(range, right, hat, call.sql, call.values),
      );
    }
}

const hatName = ({ fixture }: Range, hat: string | null) =>
  hat === null ? "nobody" : hat === fixture.library.id ? "the library" : "the mandate";

/** Nothing is asked on the library's behalf, and nobody of the library is written to. */
async function asksFor(
  { fixture, asked: queue }: Range,
  right: Right,
  hat: string | null,
  sql: string,
  values: readonly unknown[],
): Promise<Verdict> {
  const { person } = fixture.personas[right];
  const { library, world } = fixture;
  let isTaken = true;
  const jobs = await queue.during(() =>
    world.scopes
      .inScope(
        {
          principal: person ? { kind: "session", token: person.token } : nobody,
          hat,
          subjects: [library.id, ...(person ? [person.organisationId] : [])],
          access: "write",
        },
        async (scope) => ({ value: await scope.sql("", sql, values), keep: true }),
      )
      .catch(() => (isTaken = false)),
  );
  const members = await world.rows<{ id: string }>(
    "select person_id as id from toetssteen.membership where organisation_id = $1",
    [library.id],
  );
  for (const { payload } of jobs) {
    if (payload.organisationId === library.id) return { unlike: "it is asked for the library" };
    const text = JSON.stringify(payload.payload);
    if (text.includes("kanarie-library")) return { unlike: `it says ${text}` };
    if (members.some(({ id }) => text.includes(`${id}@`))) return { unlike: `it goes to ${text}` };
  }
  return isTaken && jobs.length > 0 ? "allowed" : "refused";
}

/** Whatever the role of the workers may call, as if a job of another organisation did. */
async function workersCalls(
  range: Range,
  workshop: Workshop,
  { file, object }: Waiting,
): Promise<void> {
  const { fixture, tally } = range;
  const url = workerDatabaseUrl(fixture.world.database);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  afterwards(() => pool.end());
  for (const { name, sql, values } of await callsTo(fixture, "toetssteen_worker", file, object))
    await tally.attempt("jobs", `a worker calls ${name}`, async () => {
      const before = await workshop.library();
      const rows = await pool.query(sql, [...values]).then(
        (result) => JSON.stringify(result.rows),
        () => "refused",
      );
      if ((await workshop.library()) !== before) return { unlike: "it changed the library" };
      const given = JSON.stringify(values);
      const told = [file, object].find((id) => rows.includes(id) && !given.includes(id));
      if (told !== undefined || rows.includes("kanarie-library"))
        return { unlike: `it was told ${rows}` };
      return rows === "refused" ? "refused" : "allowed";
    });
}

/** Jobs that no door would have let through, done by a worker all the same. */
async function forged(range: Range, workshop: Workshop, { file }: Waiting): Promise<void> {
  const { fixture, tally, watch } = range;
  const all = examplesOf(file, "").flatMap(({ task, name }) =>
    forgeries(fixture).map((forgery) => ({ task, name, forgery })),
  );
  for (const { task, name, forgery } of range.some(all, 25))
    await tally.attempt("jobs", `${name} ${forgery.what}`, async () => {
      const before = await workshop.library();
      const to = `${randomUUID()}@example.org`;
      const example = examplesOf(file, to).find((one) => one.name === name);
      const done = await workshop.run(forgery.task ?? task, forgery.make(example?.payload ?? {}));
      if ((await workshop.library()) !== before) return { unlike: "it changed the library" };
      if (done.scanned.some((bytes) => bytes.includes(mark)))
        return { unlike: "it read a file of the library" };
      const others = done.recipients.filter((address) => address !== to);
      if (others.length > 0) return { unlike: `mail went to ${others.join()}` };
      for (const text of done.mails)
        watch.text({ name: "whoever gets it", places: [], also: [] }, text, "a mail");
      if (done.mails.some((text) => /root:|filename=|^(?:B?cc|Reply-To):/im.test(text)))
        return { unlike: "the mail carries what was put beside it" };
      if (forgery.isOver && /"expiresAt"/.test(JSON.stringify(example)) && done.mails.length > 0)
        return { unlike: "mail went out whose link is over" };
      return done.mails.length > 0 ? "allowed" : "refused";
    });
}

/** The library's own are done. */
async function own(range: Range, workshop: Workshop, { file }: Waiting): Promise<void> {
  const { fixture, tally } = range;
  const names = range.some(
    examplesOf(file, "").map(({ name }) => name),
    9,
  );
  for (const name of new Set([...names, "scan"]))
    await tally.attempt("jobs", `${name} of the library itself`, async () => {
      const to = `${randomUUID()}@example.org`;
      const example = examplesOf(file, to).find((one) => one.name === name);
      const { end, recipients, scanned } = await workshop.run(example?.task ?? "", {
        organisationId: fixture.library.id,
        personId: fixture.owner.id,
        payload: example?.payload,
      });
      const isSent = recipients.join() === to;
      const isRead = scanned.some((bytes) => bytes.includes(mark));
      const isDone = example?.task === "mail" ? isSent : example?.task === "scan" ? isRead : true;
      return end === "done" && isDone ? "allowed" : { unlike: `it is ${end}` };
    });
}
