import {
  buildSchema,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  parse,
} from "graphql";
import { expect, test } from "vitest";
import type { Context } from "./context.ts";
import { Refusal } from "../refusal.ts";
import { createExecutor } from "./executor.ts";

const schema: GraphQLSchema = buildSchema(`
  enum Order { BY_TITLE, BY_PAGES }
  input Wish { from: Int! = 1, order: Order! = BY_PAGES, more: [Further!] }
  input Further { from: Int! = 1, order: Order! = BY_PAGES }
  type Query { book(title: String!): Book, shelf: [Book!]!, wished(by: Wish): String }
  type Mutation { lend: Book, burn: Book }
  type Book { title: String!, pages: Int, author: Person! }
  type Person { name: String! }
`);

const happened: string[] = [];
resolve("Query", "book", (_, { title }) => ({ title }));
resolve("Query", "shelf", () => [{ title: "Eenzaam avontuur" }, { title: "Op leven en dood" }]);
resolve("Query", "wished", (_, values) => JSON.stringify(values));
resolve("Book", "pages", () => Promise.resolve(280));
resolve("Book", "author", ({ title }) => {
  if (title === "verboden") throw new Refusal("FORBIDDEN");
  return { name: "Een schrijver" };
});
resolve("Mutation", "burn", () => {
  throw new Refusal("NOT_FOUND");
});
resolve("Mutation", "lend", () => {
  happened.push("lent");
  return { title: "Eenzaam avontuur" };
});

function resolve(
  type: string,
  field: string,
  resolver: (source: { title: string }, values: { title: string }) => unknown,
): void {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (!found) throw new Error(`${type}.${field} is not there.`);
  found.resolve = resolver;
}

const executor = createExecutor(schema);

async function run(text: string, isKnownDocument: boolean, variables = {}) {
  const asked = {
    text,
    operationName: undefined,
    variables,
    isKnownDocument,
    spelledOut: {} as never,
  };
  const context = {} as Context;
  const compiled = executor.compiled(asked);
  return compiled ? compiled(context, variables) : executor.interpret(parse(text), asked, context);
}

const page = `query Page($title: String!, $brief: Boolean = false) {
  __typename
  book(title: $title) { title ...Rest @skip(if: $brief) }
  shelf { title author { name } }
}
fragment Rest on Book { __typename pages again: pages author { name } }`;

test.each([{ title: "Eenzaam avontuur" }, { title: "verboden" }, { title: "x", brief: true }])(
  "a page of ours that was compiled answers what it answers when it is interpreted: %j",
  async (variables) => {
    const [compiled, interpreted] = [
      await run(page, true, variables),
      await run(page, false, variables),
    ];
    expect(JSON.parse(JSON.stringify(compiled.data))).toEqual(
      JSON.parse(JSON.stringify(interpreted.data)),
    );
    expect(compiled.errors?.map(({ path }) => path)).toEqual(
      interpreted.errors?.map(({ path }) => path),
    );
  },
);

test("a refusal in a compiled page is still the refusal that it was", async () => {
  const { data, errors } = await run(page, true, { title: "verboden" });
  expect(data?.["book"]).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toBeInstanceOf(GraphQLError);
  expect(errors?.[0]?.originalError).toBeInstanceOf(Refusal);
});

test("a variable that is missing is refused by a compiled page too", async () => {
  const { data, errors } = await run(page, true);
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "title", message: expect.stringContaining("$title") }],
  });
});

test("a mutation does not go on after a field that failed, also when it is known", async () => {
  const { errors } = await run("mutation Both { burn { title } lend { title } }", true);
  expect(errors?.map(({ path }) => path)).toEqual([["burn"]]);
  // Interpreted: the second field runs after the first, as the specification has it; the gateway allows one anyway.
  expect(happened).toEqual(["lent"]);
});

test("what an input object leaves out has its default, also in a compiled page", async () => {
  const text = "query Wished($by: Wish) { wished(by: $by) }";
  const variables = { by: { more: [{ from: 3 }, { order: "BY_TITLE" }] } };
  const [compiled, interpreted] = [
    await run(text, true, variables),
    await run(text, false, variables),
  ];
  const said = (result: { data?: Record<string, unknown> | null }) =>
    JSON.parse(String(result.data?.["wished"])) as unknown;
  expect(said(compiled)).toEqual({
    by: {
      from: 1,
      order: "BY_PAGES",
      more: [
        { from: 3, order: "BY_PAGES" },
        { from: 1, order: "BY_TITLE" },
      ],
    },
  });
  expect(said(compiled)).toEqual(said(interpreted));
});
