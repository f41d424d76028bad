import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";
import { createSchema } from "./schema.ts";
import { withSmallIds } from "./ids.ts";

const given: unknown[] = [];
const schema = withSmallIds(
  buildSchema(`
    input Row { id: ID!, more: [ID!], text: String, inner: Row }
    type Query { row(id: ID, text: String, input: Row): Boolean, plain(text: String): Boolean }
  `),
);
const rootValue = {
  row: (args: unknown) => void given.push(structuredClone(args)),
  plain: (args: unknown) => void given.push(structuredClone(args)),
};

test("ids reach their resolver in small letters wherever they stand, and texts as they were written", async () => {
  const input = {
    id: "AB-1",
    more: ["CD-2", "ef-3"],
    text: "AB-1",
    inner: { id: "GH-4", more: null },
  };
  const answer = await graphql({
    schema,
    rootValue,
    source: `query ($input: Row) { row(id: "IJ-5", text: "IJ-5", input: $input) none: row plain(text: "KL-6") }`,
    variableValues: { input },
  });
  expect(answer.errors).toBe(undefined);
  expect(given).toEqual([
    {
      id: "ij-5",
      text: "IJ-5",
      input: {
        id: "ab-1",
        more: ["cd-2", "ef-3"],
        text: "AB-1",
        inner: { id: "gh-4", more: null },
      },
    },
    {},
    { text: "KL-6" },
  ]);
});

test("the schema that is served is one of these", () => {
  const { resolve } = createSchema().getQueryType()!.getFields()["submission"]!;
  expect(String(resolve)).toContain("smallIn");
});
