import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { refuses, thrownBy } from "../../../test/support/needed.ts";
import { createPlanner } from "./planner.ts";
import { createSchema } from "../register/schema.ts";

const schema = createSchema();
const document =
  'query a { viewer { person { id } } } query b { libraryProfile(organisationId: "0199a000-0000-7000-8000-000000000001") { locations } }';

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that stay. */
function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

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

  test("up to a number of bytes, after which what wasn't asked for lately is worked out anew", () => {
    const planner = createPlanner(schema);
    const first = planner.plan(document, "a");
    const other = planner.plan(document, "b");
    for (let count = 0; count < 200; count += 1) {
      planner.plan(`{ v${count}: __typename } #${"x".repeat(100_000)}`, undefined);
      planner.plan(document, "b");
    }
    const again = planner.plan(document, "a");
    expect(again).toEqual(expect.objectContaining({ actions: ["viewer.read"] }));
    expect(again).toBe(first);
    expect(planner.plan(document, "b")).toBe(other);
    for (let count = 0; count < 200; count += 1)
      planner.plan(`{ w${count}: __typename } #${"x".repeat(100_000)}`, undefined);
    expect(planner.plan(document, "a")).not.toBe(first);
  });

  test("in memory that has an end, whatever is sent by whom", () => {
    const planner = createPlanner(schema);
    const hostile: Record<string, (count: number) => [text: string, operation?: string]> = {
      "a name that isn't in the document": (n) => [document, `${n}\u0101${"x".repeat(125_000)}`],
      "a long document": (n) => [`{ v${n}: __typename } #\u0101${"x".repeat(125_000)}`],
      "a document of many pieces": (n) => [
        `{ ${Array.from({ length: 900 }, (_, of) => `v${n}x${of}: __typename`).join(" ")} }`,
      ],
      "a document with many operations": (n) => [
        `${Array.from({ length: 900 }, (_, of) => `query q${of} { v${n}: __typename }`).join(" ")}`,
        `q${n % 900}`,
      ],
      "what isn't valid": (n) => [`{ v${n}: nothing } #\u0101${"x".repeat(125_000)}`],
    };
    for (const [what, send] of Object.entries(hostile)) {
      const before = heapUsed();
      for (let count = 0; count < (what.includes("many") ? 50 : 400); count += 1) {
        const [text, operation] = send(count);
        planner.plan(text, operation);
      }
      expect(heapUsed() - before, what).toBeLessThan(60 * 1024 * 1024);
    }
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
    [
      "when it has more pieces than any of ours",
      `{ ${Array.from({ length: 2_000 }, (_, n) => `...f${n}`).join(" ")} }`,
      undefined,
    ],
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

test("a document in which one name comes very often is refused before it is compared with itself", () => {
  const planner = createPlanner(schema);
  const often = (times: number) =>
    `{ ${'a: libraryProfile(organisationId: "0199a000-0000-7000-8000-000000000001") { locations } '.repeat(times)} }`;
  expect(thrownBy(() => planner.plan(often(101), undefined))).toEqual(refuses("INVALID_DOCUMENT"));
  expect(planner.plan(often(99), undefined)?.actions).toEqual(["profile.read"]);
});
