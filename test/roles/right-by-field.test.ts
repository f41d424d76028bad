import { describe, expect, test } from "vitest";
import type { Answer } from "../support/app.ts";
import { objectTypes, type FieldDocument } from "../support/field-documents.ts";
import { everythingOf } from "../support/readers.ts";
import { isWhole } from "../support/tenth.ts";
import { changed, isAsked, keepAsked } from "./asked-whole.ts";
import { byTheTable, documents, everyWay, named, schema, waysFor } from "./by-the-table.ts";
import { openFixture } from "./fixture.ts";
import { inputsFor } from "./mutation-inputs.ts";
import { outcomeOf } from "./outcome.ts";
import { everyRight, outsiders, table, type Right } from "./right-by-field.table.ts";

describe("the table of right by field", () => {
  test("names every field that is served, once, and no other", () => {
    const served = objectTypes(schema).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    expect(named.map(([field]) => field).toSorted()).toEqual(served.toSorted());
  });

  test("says one thing of each right", () => {
    const twice = table.filter(({ gets, getsNothing }) =>
      gets.some((right) => getsNothing.includes(right)),
    );
    expect(twice).toEqual([]);
  });
});

/** One of those without any right is asked every single field, so that no field opens what is above it. */
const thorough: Right = "coordinator of another library";

const fixture = await openFixture();
const inputs = inputsFor(fixture);
/** Fields with something in it, by right. */
const filled = new Map<Right, Set<string>>(everyRight.map((right) => [right, new Set()]));

async function send(right: Right, document: FieldDocument): Promise<Answer> {
  const variables: Record<string, unknown> = {};
  for (const name of document.takes) variables[name] = await inputs(right, document.path, name);
  return fixture.server.ask(fixture.personas[right].caller, document.text, variables);
}

let asked = 0;
let unlike = 0;

/** Ways on which the answer is another than the table's. A way may be empty where the field is full on another. */
async function differences(right: Right, root: "Query" | "Mutation"): Promise<string[]> {
  const wrong: string[] = [];
  const ways = right === thorough ? everyWay(right) : waysFor(right);
  const waiting = ways
    .filter(({ path }) => path[0]?.startsWith(`${root}.`))
    .filter(({ path, below }) => isAsked(right, [...path, ...below]));
  asked += waiting.length;
  const lane = async () => {
    for (let document = waiting.shift(); document; document = waiting.shift()) {
      const { path, below } = document;
      const expected = byTheTable(right, [...path, ...below]);
      const answer = await send(right, document);
      const got = outcomeOf(fixture.personas[right].person !== null, document, answer);
      if (document.found(answer.data).length > 0) filled.get(right)?.add(path.at(-1) ?? "");
      const fits = got === expected || (expected === "something" && got === "nothing");
      if (!fits) wrong.push(`${path.join(" > ")}: ${expected} by the table, but ${got}`);
    }
  };
  await Promise.all(Array.from({ length: root === "Query" ? 6 : 1 }, lane));
  unlike += wrong.length;
  return wrong;
}

describe.each(everyRight.map((right) => ({ right })))("$right", ({ right }) => {
  test("reads what the table says, and nothing else", async () => {
    expect(await differences(right, "Query")).toEqual([]);
  });

  test("does what the table says, and nothing else", async () => {
    const before = await everythingOf(fixture.world, fixture.library.id);
    expect(await differences(right, "Mutation")).toEqual([]);
    if (outsiders.some((outsider) => outsider === right) || fixture.personas[right].person === null)
      expect(await everythingOf(fixture.world, fixture.library.id)).toBe(before);
  });

  test("finds something in every field that the table gives them", () => {
    const empty = named
      .filter(([field, { type, gets }]) => {
        // Of the others not every way was asked, so that nothing says that they are empty on all.
        return changed(type) && gets.includes(right) && reachable(right, field);
      })
      .filter(([field]) => !filled.get(right)?.has(field));
    unlike += empty.length;
    expect(empty.map(([field]) => field)).toEqual([]);
  });
});

/** Whether the table itself opens a way to the field. */
function reachable(right: Right, field: string): boolean {
  return documents.some(
    ({ path }) => path.at(-1) === field && byTheTable(right, path) === "something",
  );
}

test("enough was asked, and what was asked whole is kept", () => {
  expect(asked).toBeGreaterThan(isWhole ? 5_000 : 300);
  if (isWhole && unlike === 0) keepAsked();
});
