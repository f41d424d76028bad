import { describe, expect, test } from "vitest";
import type { Answer } from "../support/app.ts";
import { objectTypes, type FieldDocument } from "../support/field-documents.ts";
import { everythingOf } from "../support/readers.ts";
import { byTheTable, documents, everyWay, named, schema, waysFor } from "./by-the-table.ts";
import { openHouse } from "./house.ts";
import { inputsFor } from "./mutation-inputs.ts";
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

const house = await openHouse();
const inputs = inputsFor(house);
/** Fields with something in it, by right. */
const filled = new Map<Right, Set<string>>(everyRight.map((right) => [right, new Set()]));

async function send(right: Right, document: FieldDocument): Promise<Answer> {
  const variables: Record<string, unknown> = {};
  for (const name of document.takes) variables[name] = await inputs(right, document.path, name);
  return house.server.ask(house.standings[right].caller, document.text, variables);
}

const refusals = {
  UNAUTHENTICATED: {
    status: 401,
    text: '{"errors":[{"message":"Je bent niet (meer) ingelogd. Log in en ga verder waar je was.","extensions":{"code":"UNAUTHENTICATED","severity":"refused"}}]}',
  },
  FORBIDDEN: {
    status: 403,
    text: '{"errors":[{"message":"Dit kun je niet bekijken of doen met de rol die je nu hebt. Kies een andere rol of vraag je beheerder.","extensions":{"code":"FORBIDDEN","severity":"refused"}}]}',
  },
} as const;

/** The outcome, judged by what went over the line; the line itself where it is none of the three. */
function seen(right: Right, document: FieldDocument, answer: Answer): string {
  const { status, text, code, data, errors } = answer;
  const found = document.found(data).length > 0;
  if (found) filled.get(right)?.add(document.path.at(-1) ?? "");
  if (errors.length === 0) return found ? "something" : "nothing";
  const refusal = house.standings[right].person ? refusals.FORBIDDEN : refusals.UNAUTHENTICATED;
  if (status === refusal.status && text === refusal.text) return "refused";
  // Only a resolver knows whether a token is for this person.
  if (document.path[0] === "Mutation.acceptInvitation" && data === null && errors.length === 1) {
    if (code === "UNAUTHENTICATED") return "refused";
    if (code === "INVITATION_CLOSED") return "nothing";
  }
  if (errors.length === 1 && code === "NOT_FOUND" && !found) return "nothing";
  return text;
}

/** Ways on which the answer is another than the table's. A way may be empty where the field is full on another. */
async function differences(right: Right, root: "Query" | "Mutation"): Promise<string[]> {
  const wrong: string[] = [];
  const asked = right === thorough ? everyWay(right) : waysFor(right);
  const waiting = asked.filter(({ path }) => path[0]?.startsWith(`${root}.`));
  const lane = async () => {
    for (let document = waiting.shift(); document; document = waiting.shift()) {
      const { path, below } = document;
      const expected = byTheTable(right, [...path, ...below]);
      const answer = seen(right, document, await send(right, document));
      const fits = answer === expected || (expected === "something" && answer === "nothing");
      if (!fits) wrong.push(`${path.join(" > ")}: ${expected} by the table, but ${answer}`);
    }
  };
  await Promise.all(Array.from({ length: root === "Query" ? 6 : 1 }, lane));
  return wrong;
}

describe.each(everyRight.map((right) => ({ right })))("$right", ({ right }) => {
  test("reads what the table says, and nothing else", async () => {
    expect(await differences(right, "Query")).toEqual([]);
  });

  test("does what the table says, and nothing else", async () => {
    const before = await everythingOf(house.world, house.library.id);
    expect(await differences(right, "Mutation")).toEqual([]);
    if (outsiders.some((outsider) => outsider === right) || house.standings[right].person === null)
      expect(await everythingOf(house.world, house.library.id)).toBe(before);
  });

  test("finds something in every field that the table gives them", () => {
    const empty = named
      .filter(([field, { gets }]) => gets.includes(right) && reachable(right, field))
      .filter(([field]) => !filled.get(right)?.has(field));
    expect(empty.map(([field]) => field)).toEqual([]);
  });
});

/** Whether the table itself opens a way to the field. */
function reachable(right: Right, field: string): boolean {
  return documents.some(
    ({ path }) => path.at(-1) === field && byTheTable(right, path) === "something",
  );
}
