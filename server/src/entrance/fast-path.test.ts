import { GraphQLError, type ExecutionResult } from "graphql";
import { beforeEach, expect, test } from "vitest";
import type { Context } from "../graphql/context.ts";
import { createFastPath } from "./fast-path.ts";

/** What happened, in order: the operation `ran`, or Apollo was `asked`. */
let happened: string[];
let fastPath: ReturnType<typeof createFastPath>;
beforeEach(() => {
  happened = [];
  fastPath = createFastPath();
});

const apolloSays = {
  status: 200,
  headers: [["content-type", "application/graphql-response+json; charset=utf-8"]] as const,
  body: "from Apollo",
};

async function ask(
  headers: Record<string, string>,
  {
    method = "POST",
    result = { data: { fine: true } } as ExecutionResult,
    reply = apolloSays,
  } = {},
) {
  const compiled = async () => {
    happened.push("ran");
    return result;
  };
  return fastPath.answer(
    { method, url: "/graphql", headers, body: {} },
    { compiled } as unknown as Context,
    async () => {
      happened.push("asked");
      return reply;
    },
  );
}

const ours = { "content-type": "application/json", accept: "application/graphql-response+json" };

test("Apollo chooses the content type of an Accept header once; from then on it isn't asked", async () => {
  expect((await ask(ours)).body).toBe("from Apollo");
  expect(await ask(ours)).toEqual({
    status: 200,
    headers: apolloSays.headers,
    body: '{"data":{"fine":true}}',
  });
  expect((await ask({ ...ours, accept: "application/json" })).body).toBe("from Apollo");
  expect(happened).toEqual(["asked", "ran", "asked"]);
});

test("what Apollo refused says nothing about an Accept header", async () => {
  const reply = { ...apolloSays, status: 406 };
  await ask(ours, { reply });
  await ask(ours, { reply });
  expect(happened).toEqual(["asked", "asked"]);
});

test("an operation that went wrong is told by Apollo, whatever it could give besides", async () => {
  await ask(ours);
  const result = { data: { fine: null }, errors: [new GraphQLError("x")] };
  expect((await ask(ours, { result })).body).toBe("from Apollo");
  expect(happened).toEqual(["asked", "ran", "asked"]);
});

test.each([
  ["GET", {}],
  ["POST", { "content-type": "text/plain" }],
  ["POST", { "content-type": "application/json, text/plain" }],
  ["POST", { "content-type": "" }],
])(
  "nothing runs before Apollo looked at %s %j, which another site could have sent",
  async (method, headers) => {
    await ask(ours);
    await ask({ ...ours, ...headers }, { method });
    expect(happened).toEqual(["asked", "asked"]);
  },
);
