import { errors } from "@toetssteen/contract";
import { beforeEach, describe, expect, test } from "vitest";
import { openAnswering } from "../../../test/support/answering.ts";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** One operation, one transaction: what fails is undone as a whole, and only what people can use is told. */
const world = await openWorld();
const server = await openServer(world);
const { answer, stands, history, work, activity } = openAnswering(world, server);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

const words = { verdict: "NEE", explanation: "Geheim van de bibliotheek", baseVersion: 0 } as const;
const nothing = async () =>
  expect([
    await stands(library),
    await history(library),
    await work(library),
    await activity(library),
  ]).toEqual([undefined, [], [], []]);

/** Makes writing go wrong in some way while the work lasts. @param trigger a trigger's kind, time and table */
async function stumbling<T>(trigger: string, body: string, attempt: () => Promise<T>): Promise<T> {
  const [kind, time] = trigger.startsWith("constraint ")
    ? ["constraint trigger", trigger.slice(11)]
    : ["trigger", trigger];
  await world.rows(
    `create function toetssteen.stumble() returns trigger language plpgsql as $$ begin ${body} return new; end $$`,
  );
  try {
    await world.rows(
      `create ${kind} stumble ${time} for each row execute function toetssteen.stumble()`,
    );
    return await attempt();
  } finally {
    await world.rows("drop function toetssteen.stumble cascade");
  }
}

const raise = (code: string) =>
  `raise exception 'could not keep %', new using errcode = '${code}';`;

/** What somebody gets to read when it is our fault: our sentence, and nothing of what happened. */
const masked = (code: "INTERNAL" | "BUSY") => {
  const { nl, severity } = errors[code];
  return [expect.objectContaining({ message: nl, extensions: { code, severity } })];
};
const leaks = ({ text }: Answer) =>
  /toetssteen\.|could not keep|violates|constraint|relation|select |insert |\.ts\b|Geheim/i.test(
    text,
  );

describe("a mutation that fails after it wrote", () => {
  test.each([
    ["in the last of its writes", "before insert on toetssteen.activity", raise("23514")],
    [
      "only when it is committed",
      "constraint after insert on toetssteen.activity deferrable initially deferred",
      raise("23514"),
    ],
    ["by a mistake of ours", "before insert on toetssteen.progress", "perform 1 / 0;"],
  ])("%s is undone as a whole, and told without a word of SQL", async (_when, trigger, body) => {
    const reply = await stumbling(trigger, body, () => answer(noor, library, words));
    expect([reply.errors, leaks(reply)]).toEqual([masked("INTERNAL"), false]);
    await nothing();
  });

  test("in a field of its answer only is undone too, though the rest of the answer is there", async () => {
    const document = `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { ... on IndicatorAnswered { answer { version changedAt } } } }`;
    const input = {
      organisationId: library.id,
      cycleId: library.cycleId,
      indicator: "4.1",
      ...words,
    };
    const reply = await stumbling(
      "before insert on toetssteen.indicator_answer",
      "new.changed_at := 'infinity';",
      () => server.ask(server.as(noor), document, { input }),
    );
    expect(reply.errors).toEqual(masked("INTERNAL"));
    await nothing();
    expect((await server.ask(server.as(noor), document, { input })).data).toMatchObject({
      answerIndicator: { answer: { version: 1 } },
    });
  });
});

/** Ends its own connection, which only a superuser may. */
await world.asOperator(
  `create function toetssteen.cut() returns boolean security definer return pg_terminate_backend(pg_backend_pid());
   grant execute on function toetssteen.cut() to toetssteen_app`,
);

describe("a mutation that lost a race", () => {
  test("is done again, and written once", async () => {
    await world.rows(
      "create sequence toetssteen.tries; grant usage on sequence toetssteen.tries to toetssteen_app",
    );
    const once = `if nextval('toetssteen.tries') = 1 then ${raise("40P01")} end if;`;
    const reply = await stumbling("before insert on toetssteen.activity", once, () =>
      answer(noor, library, words),
    );
    await world.rows("drop sequence toetssteen.tries");
    expect(reply.result).toMatchObject({ __typename: "IndicatorAnswered", answer: { version: 1 } });
    expect([(await history(library)).length, (await activity(library)).length]).toEqual([1, 1]);
  });

  test.each([
    ["a second time", raise("40001")],
    ["waiting for a lock", raise("55P03")],
    ["to the clock", raise("57014")],
    ["with its connection", "perform toetssteen.cut(); perform pg_sleep(1);"],
  ])("%s is turned away for now, and nothing is kept", async (_how, body) => {
    const reply = await stumbling("before insert on toetssteen.activity", body, () =>
      answer(noor, library, words),
    );
    expect([reply.status, reply.headers["retry-after"], reply.errors, leaks(reply)]).toEqual([
      503,
      "2",
      masked("BUSY"),
      false,
    ]);
    await nothing();
    expect((await answer(noor, library, words)).result).toMatchObject({ answer: { version: 1 } });
  });
});

describe("a question that goes wrong", () => {
  const document =
    "query ($o: ID!) { selfEvaluation(organisationId: $o) { organisation { name } } }";

  test("is told without a word of SQL", async () => {
    await world.rows("revoke select on toetssteen.library_profile from toetssteen_app");
    const reply = await server.ask(server.as(noor), document, { o: library.id });
    await world.rows("grant select on toetssteen.library_profile to toetssteen_app");
    expect([reply.errors, leaks(reply)]).toEqual([masked("INTERNAL"), false]);
    expect((await server.ask(server.as(noor), document, { o: library.id })).data).toEqual({
      selfEvaluation: { organisation: { name: library.name } },
    });
  });
});

describe("a request that is no operation", () => {
  const post = async (payload: unknown, headers: Record<string, string> = {}) => {
    const reply = await server.app.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers: {
        "content-type": "application/json",
        ...server.as(noor),
        "x-hat": library.id,
        ...headers,
      },
      payload: payload as object,
    });
    return { status: reply.statusCode, text: reply.body };
  };
  const read = 'query a { libraryProfile(organisationId: "%") { locations } }';

  test.each([
    ["an empty name", { query: read, operationName: "" }],
    ["a name that is not in it", { query: read, operationName: "b" }],
    ["two operations and no name", { query: `${read} query b { viewer { person { id } } }` }],
    ["several at once", [{ query: read }, { query: read }]],
    ["no document", { variables: {} }],
    ["variables that are a list", { query: read, variables: [] }],
    ["text", '"query"'],
  ])("with %s is refused and runs nothing", async (_what, body) => {
    const filled = JSON.parse(JSON.stringify(body).replaceAll("%", library.id)) as unknown;
    const reply = await post(typeof filled === "string" ? JSON.stringify(filled) : filled);
    expect(reply.status, reply.text).toBeGreaterThanOrEqual(400);
    expect(reply.text).not.toContain('"locations":');
  });

  test("is not helped by an organisation wrapped in an object", async () => {
    const document = "query ($o: ID!) { libraryProfile(organisationId: $o) { locations } }";
    const reply = await server.ask(server.as(noor), document, {
      o: { organisationId: library.id },
    });
    expect([reply.code, reply.data]).toEqual(["INVALID_INPUT", undefined]);
  });

  test.each([
    ["a number that is null where there must be one", { first: null }, "first"],
    ["a text with a character that cannot be kept", { part: "4.1\u0000" }, ""],
  ])("with %s is the actor's mistake and not ours", async (_what, values, named) => {
    const document = `query ($o: ID!, $c: ID!, $part: String, $first: Int) {
      history(organisationId: $o, cycleId: $c, part: $part, first: $first) { nextBefore } }`;
    const ask = (more: object) =>
      server.ask(server.as(noor), document, {
        o: library.id,
        c: library.cycleId,
        part: "4.1",
        ...more,
      });
    const { errors, data } = await ask(values);
    expect(errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: "INVALID_INPUT" }) }),
    ]);
    expect([errors[0]?.message, data]).toEqual([expect.stringContaining(named), null]);
    expect((await ask({ first: 1 })).data).toEqual({ history: { nextBefore: null } });
  });

  test.each(["not-an-id", `${"0".repeat(8)}`, "a, b"])("nor by the hat %s", async (hat) => {
    const reply = await server.ask({ ...server.as(noor), hat }, "{ viewer { person { name } } }");
    expect(reply.errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: "INVALID_INPUT",
          issues: [expect.objectContaining({ path: "x-hat" })],
        }),
      }),
    ]);
  });

  test("nor by a person that is no id", async () => {
    const reply = await server.ask({ ...server.as(noor), person: "noor" }, "{ __typename }");
    expect([reply.code, reply.errors[0]?.extensions["issues"]]).toEqual([
      "INVALID_INPUT",
      [expect.objectContaining({ path: "x-person" })],
    ]);
  });

  test("is not taken from the address bar when it writes", async () => {
    const query = `mutation { answerIndicator(input: { organisationId: "${library.id}", cycleId: "${library.cycleId}", indicator: "4.1", baseVersion: 0, explanation: "" }) { __typename } }`;
    const headers = { ...server.as(noor), "x-hat": library.id, "apollo-require-preflight": "1" };
    const reply = await server.app.fastify.inject({
      method: "GET",
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers,
    });
    expect(reply.statusCode).toBe(405);
    await nothing();
  });

  test("of a form on another website is refused", async () => {
    const reply = await post(JSON.stringify({ query: "{ viewer { person { id } } }" }), {
      "content-type": "text/plain",
    });
    expect([reply.status, reply.text.includes(noor.id)]).toEqual([400, false]);
  });
});
