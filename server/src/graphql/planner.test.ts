import { describe, expect, test } from "vitest";
import { createPlanner } from "./planner.ts";
import { createSchema } from "./schema.ts";

const schema = createSchema();
const document =
  'query a { viewer { person { id } } } query b { libraryProfile(organisationId: "0199a000-0000-7000-8000-000000000001") { locations } }';

describe("what a document needs is remembered", () => {
  test("per operation in it", () => {
    const planner = createPlanner(schema);
    expect(planner.plan(document, "a")?.actions).toEqual(["viewer.read"]);
    expect(planner.plan(document, "b")?.actions).toEqual(["profile.read"]);
    expect(planner.plan(document, "a")).toBe(planner.plan(document, "a"));
  });

  test("without one request being taken for another that reads alike", () => {
    const planner = createPlanner(schema);
    const single = "{ viewer { person { id } } }";
    expect(planner.plan(single, "")).toBeNull();
    expect(planner.plan(single, undefined)?.actions).toEqual(["viewer.read"]);
    expect(planner.plan(document, "a\n# b")).toBeNull();
    expect(planner.plan(`# b\n${document}`, "a")?.actions).toEqual(["viewer.read"]);
  });

  test("up to a number of documents, after which the first is worked out anew", () => {
    const planner = createPlanner(schema);
    const first = planner.plan(document, "a");
    for (let count = 0; count < 1_000; count += 1)
      planner.plan(`{ v${count}: __typename }`, undefined);
    const again = planner.plan(document, "a");
    expect(again).toEqual(expect.objectContaining({ actions: ["viewer.read"] }));
    expect(again).not.toBe(first);
  });
});

test("the values of an argument are those of the whole document, wherever they come from", () => {
  const text = `query ($norm: String!, $organisation: ID!) {
    selfEvaluation(organisationId: $organisation) { norm(code: $norm) { code } ...More }
  }
  fragment More on SelfEvaluation { other: norm(code: "5") { code } again: norm(code: "5") { title } }`;
  const planned = createPlanner(schema).plan(text, undefined);
  expect(planned?.valuesOf("SelfEvaluation.norm", "code", { norm: "4" })).toEqual(["4", "5"]);
  // Of a variable that is left to its default nothing is known here, which must not read as "none".
  expect(planned?.valuesOf("SelfEvaluation.norm", "code", {})).toEqual([undefined, "5"]);
  expect(planned?.valuesOf("SelfEvaluation.norms", "code", {})).toEqual([]);
});

describe("a document needs nothing, because nothing of it runs,", () => {
  test.each([
    ["when it cannot be read", "{ viewer {", undefined],
    ["when it asks for what is not there", "{ viewer { password } }", undefined],
    ["when it has several operations and none is chosen", document, undefined],
    ["when the chosen operation is not in it", document, "c"],
    [
      "when it is longer than any of ours",
      `{ ${"viewer { person { id } } ".repeat(1_000)} }`,
      undefined,
    ],
  ])("%s", (_when, text, operationName) => {
    expect(createPlanner(schema).plan(text, operationName)).toBeNull();
  });
});
