import { expect, test } from "vitest";
import { openServer } from "../support/app.ts";
import { openWorld, type Member } from "../support/scenario.ts";

/** What one library asked never changes what another gets over the same connections. */
const world = await openWorld();
const server = await openServer(world);
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");
const neighbour = await world.library();
const aisha = await world.member(neighbour, "colleague");

/** One after the other, so that all go over one connection; what came of each that went wrong. */
async function failing(by: Member, documents: readonly string[]): Promise<string[]> {
  const failures: string[] = [];
  for (const document of documents) {
    const { code, text } = await server.ask(server.as(by), document);
    if (code !== null) failures.push(`${document}\n${text}`);
  }
  return failures;
}

/** Every choice of some of these. */
const choices = (of: readonly string[]): string[] =>
  of.reduce<string[]>((all, one) => [...all, ...all.map((some) => `${some} ${one}`)], [""]);

test("any filters of the list of documents may follow each other", async () => {
  const filters = choices([
    'text: "a"',
    "sharing: SHARED",
    "used: true",
    "removed: true",
    'aboutFrom: "2020-01-01", aboutTo: "2030-12-31"',
  ]);
  const documents = ["ADDED", "TITLE", "ABOUT"].flatMap((sort) =>
    filters.map(
      (filter) => `{ evidence(organisationId: "${library.id}", sort: ${sort}, filter: {${filter}}) {
        total items { id uses { id } } } }`,
    ),
  );
  expect(documents).toHaveLength(96);
  expect(await failing(noor, documents)).toEqual([]);
});

const fields = `work: workStates { count } passages { body } plan { version } discussions { withWhom }
  evidence { id evidence { id title } } indicators { code answer { verdict explanation workState } }`;

test("a library that asks for all of its norms breaks no norm of another's", async () => {
  const all = `{ selfEvaluation(organisationId: "${neighbour.id}") { norms { code ${fields} } } }`;
  // At once, so that every connection has had it.
  const answers = await Promise.all(
    Array.from({ length: 36 }, () => server.ask(server.as(aisha), all)),
  );
  expect(answers.map(({ code }) => code)).toEqual(Array(36).fill(null));
  const one = `{ selfEvaluation(organisationId: "${library.id}") { norm(code: "4") { code ${fields} } } }`;
  const norms = await Promise.all(
    Array.from({ length: 24 }, () => server.ask(server.as(noor), one)),
  );
  for (const { data, code } of norms) {
    expect(code).toBeNull();
    expect(data.selfEvaluation.norm.indicators).toHaveLength(4);
  }
});
