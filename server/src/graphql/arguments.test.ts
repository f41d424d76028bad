import {
  buildSchema,
  getNamedType,
  getNullableType,
  graphql,
  GraphQLString,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
} from "graphql";
import { describe, expect, test } from "vitest";
import { withCheckedArguments } from "./arguments.ts";
import { Refusal } from "../refusal.ts";
import { createSchema } from "../register/schema.ts";

const given: unknown[] = [];
const schema = withCheckedArguments(
  buildSchema(`
    input Row { id: ID!, more: [ID!], text: String, texts: [String!], inner: Row }
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
    texts: ["\u202E\uFEFF\n"],
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
        texts: ["\u202E\uFEFF\n"],
        inner: { id: "gh-4", more: null },
      },
    },
    {},
    { text: "KL-6" },
  ]);
});

test.each([
  ["text", { text: "ab\u0000" }, 3, "0000"],
  ["inner.text", { inner: { id: "1", text: "\uD83D" } }, 1, "D83D"],
  ["texts.1", { texts: ["a", "a\uFFFF"] }, 2, "FFFF"],
])("a text that can't be kept is refused at %s", async (path, fields, place, code) => {
  given.length = 0;
  const { errors } = await graphql({
    schema,
    rootValue,
    source: "query ($input: Row) { row(input: $input) }",
    variableValues: { input: { id: "1", ...fields } },
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path, message: `Teken ${place} kunnen we niet bewaren (U+${code}).` }],
  });
  expect(given).toEqual([]);
});

/** Each place of what is served that takes a text, with how a text is put there. */
const places = Object.values(createSchema().getTypeMap()).flatMap((type) =>
  !isObjectType(type) || type.name.startsWith("__")
    ? []
    : Object.values(type.getFields()).flatMap((field) =>
        field.args
          .flatMap((argument) => textsIn(argument))
          .map(({ path, put }) => ({ name: `${type.name}.${field.name}`, path, put, field })),
      ),
);

function textsIn(
  taken: GraphQLArgument | GraphQLInputField,
): { path: string; put: (text: string) => object }[] {
  const type = getNamedType(taken.type);
  const isList = isListType(getNullableType(taken.type));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      textsIn(field).map(({ path, put }) => ({
        path: `${taken.name}.${isList ? "0." : ""}${path}`,
        put: (text: string) => ({ [taken.name]: isList ? [put(text)] : put(text) }),
      })),
    );
  if (type !== GraphQLString) return [];
  return [{ path: taken.name, put: (text) => ({ [taken.name]: text }) }];
}

describe("every text of the schema that is served", () => {
  test.each(places.map((place) => [place.name, place.path, place] as const))(
    "passes the door: %s %s",
    async (name, path, { put, field }) => {
      const ask = async (text: string): Promise<unknown> => {
        try {
          return await field.resolve?.({}, put(text), {} as never, {} as never);
        } catch (error) {
          return error;
        }
      };
      const atDoor = [
        { path: path.replace(/^input\./, ""), message: expect.stringMatching(/^Teken 6 kunnen/) },
      ];
      const refused = await ask("tekst\u0002");
      // A name of a file is cleaned.
      if (name === "Mutation.startUpload") {
        expect(refused).not.toMatchObject({ extensions: { issues: atDoor } });
        return;
      }
      expect(refused).toBeInstanceOf(Refusal);
      expect(refused).toMatchObject({ extensions: { code: "INVALID_INPUT", issues: atDoor } });
      expect(await ask("tekst")).not.toMatchObject({ extensions: { issues: atDoor } });
    },
  );

  test("is found", () => {
    expect(places.length).toBeGreaterThan(25);
  });
});
