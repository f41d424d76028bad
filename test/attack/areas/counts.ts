import { randomUUID } from "node:crypto";
import { byTheTable, waysFor } from "../../roles/by-the-table.ts";
import { everyRight, ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import { operation as requestOf, type Caller } from "../../support/app.ts";
import type { FieldDocument } from "../../support/field-documents.ts";
import { openReaders } from "../../support/readers.ts";
import { createRowMaker } from "../../support/rows.ts";
import type { Library, Person } from "../../support/scenario.ts";
import { inParallel } from "../in-parallel.ts";
import type { Area, Range } from "../range.ts";
import { everythingWrittenBy, type Writer } from "../writing.ts";

/**
 * What others do must not show in what somebody is told: no total, no page, no header of an answer changes by what a
 * library writes that has nothing to do with them. What they write themselves does change it.
 */
export const counts: Area = {
  name: "counts",
  async run(range) {
    // Apart, since a library's log does show that those from outside asked.
    await heldAgainst(
      range,
      questionsOf(range, (right) => !isInside(right)),
    );
    const another = await heldAgainst(range, questionsOf(range, isInside));
    await figures(range);
    await ownNumbers(range);
    await takenElsewhere(range, another);
  },
};

/** Api twice, and once more after another library wrote. */
async function heldAgainst(range: Range, questions: readonly Question[]): Promise<Writer> {
  const first = await answersTo(range, questions);
  const before = await answersTo(range, questions);
  const another = await writeElsewhere(range);
  const after = await answersTo(range, questions);
  for (const { name } of questions)
    await range.tally.attempt("counts", name, async () => {
      const [once = "", twice = "", now = ""] = [first, before, after].map((all) => all.get(name));
      if (once !== twice) return { unlike: `asked twice: ${difference(once, twice)}` };
      if (twice !== now)
        return { unlike: `another library wrote something: ${difference(twice, now)}` };
      return "refused";
    });
  return another;
}

interface Question {
  readonly name: string;
  readonly right: Right;
  readonly way: FieldDocument;
}

const isInside = (right: Right) => ownLibrary.some((own) => own === right);

/** Every question that they may ask; but an office, which sees each library that handed something in. */
function questionsOf({ some }: Pick<Range, "some">, are: (right: Right) => boolean): Question[] {
  return everyRight
    .filter((right) => right !== "office" && are(right))
    .flatMap((right) => {
      const ways = waysFor(right).filter(({ path }) => path[0]?.startsWith("Query."));
      const open = ways.filter(
        ({ path, below }) => byTheTable(right, [...path, ...below]) !== "refused",
      );
      const numbers = open.filter(countsSomething);
      return [...new Set([...some(open, 4), ...numbers])].map((way) => ({
        name: `${right}: ${way.path.join(" > ")}${way.below.length > 0 ? " and all below it" : ""}`,
        right,
        way,
      }));
    });
}

const countsSomething = ({ path }: FieldDocument) => /\.(total|count)$/.test(path.at(-1) ?? "");

async function answersTo(
  range: Range,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, string>> {
  const { fixture, inputs } = range;
  const answers = new Map<string, string>();
  await inParallel(questions, 8, async ({ name, right, way }) => {
    const variables: Record<string, unknown> = {};
    for (const taken of way.takes) variables[taken] = await inputs(right, way.path, taken);
    const { caller } = fixture.personas[right];
    const reply = await fixture.server.send(requestOf(caller, way.text, variables));
    const { date: _date, ...headers } = reply.headers;
    answers.set(name, JSON.stringify(headers) + reply.text);
  });
  return answers;
}

/** Rows in every table there is, and everything that the product lets somebody write, of libraries that nobody here knows. */
async function writeElsewhere(range: Range): Promise<Writer> {
  const { world, server } = range.fixture;
  for (let times = 0; times < 3; times += 1) {
    const [one, other] = [await world.organisation(), await world.organisation()];
    const maker = await createRowMaker(world);
    await maker.fill(one.id, other.id);
    // Who may be asked to look along is there for every library to choose from.
    await world.rows("delete from toetssteen.appointment where organisation_id = $1", [one.id]);
  }
  const library = await world.library();
  const member = await world.member(library, "administrator", "quality_coordinator");
  const readers = openReaders(world, server);
  await readers.answerAll(member, library);
  await readers.submit(member, library);
  const writer = writerAt(library, member, server.as(member));
  for (const { send } of await everythingWrittenBy(range, writer)) await send();
  return writer;
}

/** An id that another library uses is as good as one that nobody uses: what is taken there doesn't show here. */
async function takenElsewhere(range: Range, another: Writer): Promise<void> {
  const { fixture, tally } = range;
  const { caller, person } = fixture.personas.administrator;
  const theirs = await everythingWrittenBy(range, another);
  const ours = await everythingWrittenBy(range, writerAt(fixture.library, person, caller));
  // Nothing is submitted twice unless something new stands in it.
  const somethingNew = ours.find(({ name }) => name === "writeDiscussion");
  for (const [place, { name, send }] of ours.entries())
    await tally.attempt("counts", `an id that is taken elsewhere: ${name}`, async () => {
      const id = randomUUID();
      await theirs[place]?.send(id);
      await somethingNew?.send();
      const got = await send(id);
      await somethingNew?.send();
      const expected = await send();
      return got === expected
        ? "refused"
        : { unlike: `${got} with an id that another library uses, ${expected} with another` };
    });
}

const writerAt = (library: Library, person: Person | null, caller: Caller): Writer => ({
  caller,
  personId: person?.id ?? "",
  organisationId: library.id,
  cycleId: library.cycleId,
});

/** Of the whole server, for its operator: not one number of them is somebody's. */
async function figures({ fixture, tally }: Range): Promise<void> {
  await tally.attempt("counts", "the figures are nobody's", async () => {
    const { status, text } = await fixture.server.send({ path: "/metrics" });
    if (status !== 200) return { unlike: `${status}` };
    const [named] = /[0-9a-f]{8}-[0-9a-f]{4}-|\/o\/|@/.exec(text) ?? [];
    return named === undefined ? "allowed" : { unlike: `they tell ${named}` };
  });
  await tally.attempt("counts", "the figures, from outside", async () => {
    const headers = { "x-forwarded-for": "198.51.100.150" };
    const { status } = await fixture.server.send({ path: "/metrics", headers });
    return status === 404 ? "refused" : { unlike: `${status}` };
  });
}

/** The other side of it: numbers do change by what is written in one's own library. */
async function ownNumbers(range: Range): Promise<void> {
  const { fixture, tally } = range;
  const { library } = fixture;
  const { caller, person } = fixture.personas.quality_coordinator;
  const all = questionsOf(
    { some: (every) => [...every] },
    (right) => right === "quality_coordinator",
  );
  const questions = all.filter(({ way }) => countsSomething(way));
  const before = await answersTo(range, questions);
  const writer = writerAt(library, person, caller);
  for (const { send } of await everythingWrittenBy(range, writer)) await send();
  const after = await answersTo(range, questions);
  for (const { name } of questions)
    await tally.attempt("counts", `by one's own writing, ${name}`, async () =>
      before.get(name) === after.get(name) ? { unlike: "it stays as it was" } : "allowed",
    );
}

/** Where two texts begin to differ. */
function difference(one: string, other: string): string {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  const around = (text: string) => text.slice(Math.max(0, place - 60), place + 40);
  return `${around(one)} → ${around(other)}`;
}
