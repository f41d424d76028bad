import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import { queueLogger, type Log } from "../jobs/log.ts";
import { describeError } from "./described-error.ts";
import { loggerOptions } from "./options.ts";

/** Whatever goes wrong, the log says what and where, and nothing of what people wrote or who they are. */
const lines: string[] = [];
const log = { write: (line: string) => void lines.push(line) };
const world = await openWorld();
const server = await openServer(world, { logTo: log });

const canaries = {
  text: "kanarie in de toelichting",
  token: "KanarieTokenVanDriestukkenTwintigTekens1234",
  password: "kanarie-wachtwoord-van-iemand",
  email: "kanarie@waterlinie.example",
};
/** Which of what nobody may find in a log stands there. */
function leaked(): string[] {
  const all = lines.join("\n");
  const secrets = { ...canaries, session: noor.token, name: noor.name };
  return Object.entries(secrets).flatMap(([what, secret]) => (all.includes(secret) ? [what] : []));
}
const written = () => lines.map((line) => JSON.parse(line));
const about = (name: string) =>
  written().filter(({ err }) => JSON.stringify(err ?? "").includes(name));

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  lines.length = 0;
});
afterEach(async () => {
  await world.asOperator(`
    drop trigger if exists canary on toetssteen.indicator_answer;
    alter table toetssteen.indicator_answer drop constraint if exists canary;
    alter table identity.session drop constraint if exists canary;
    alter table identity.throttle drop constraint if exists canary`);
});

const answer = () =>
  server.ask(
    server.as(noor),
    "mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { __typename } }",
    {
      input: {
        organisationId: library.id,
        cycleId: library.cycleId,
        indicator: "4.1",
        baseVersion: 0,
        verdict: "JA",
        neeLabel: null,
        explanation: canaries.text,
      },
    },
  );

describe("an operation that fails", () => {
  test("on a row that doesn't fit is logged by the constraint, not by the row", async () => {
    await world.asOperator(
      "alter table toetssteen.indicator_answer add constraint canary check (explanation = '') not valid",
    );
    expect((await answer()).code).toBe("INTERNAL");
    expect(about("canary")).toMatchObject([
      {
        msg: "a field failed",
        err: { code: "23514", constraint: "canary", table: "indicator_answer" },
      },
    ]);
    expect(about("canary")[0].err.stack).toMatch(/\n +at /);
    expect(leaked()).toEqual([]);
  });

  test.each([
    ["a value that can't be read", "22P02", "perform new.explanation::uuid"],
    ["a message made of a row", "P0001", "raise exception 'Nee: %', new.explanation"],
  ])("with %s is logged by its code", async (_what, code, statement) => {
    await world.asOperator(
      `create or replace function public.canary() returns trigger language plpgsql as $$ begin ${statement}; return new; end $$;
       create trigger canary before insert on toetssteen.indicator_answer for each row execute function public.canary()`,
    );
    expect((await answer()).code).toBe("INTERNAL");
    expect(about(code)).toMatchObject([{ err: { code, message: "(left out)" } }]);
    await world.asOperator("drop function public.canary() cascade");
    expect(leaked()).toEqual([]);
  });

  test("because of its address, its body or its header is not repeated", async () => {
    const { fastify } = server.app;
    const { token, email, password } = canaries;
    const headers = {
      "content-type": "application/json",
      cookie: `x=${token}`,
      authorization: token,
    };
    await fastify.inject({ method: "GET", url: `/graphql?query={${token}}`, headers });
    await fastify.inject({ method: "GET", url: `/uitnodiging/${token}`, headers });
    await fastify.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: `{"${email}${password}`,
    });
    await fastify.inject({ method: "POST", url: "/elders", headers, payload: { email, password } });
    expect(written().some(({ req }) => req?.route === "/graphql")).toBe(true);
    expect(leaked()).toEqual([]);
  });

  test("while signing in is logged without address and password", async () => {
    await world.asOperator(
      "alter table identity.throttle add constraint canary check (key = '') not valid",
    );
    const { email, password } = canaries;
    const reply = await server.app.fastify.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      headers: { origin: "http://127.0.0.1:4000" },
      payload: { email, password },
    });
    expect(reply.statusCode).toBe(500);
    expect(about("canary")).toMatchObject([
      { msg: "a request about an account failed", err: { code: "23514" } },
    ]);
    expect(leaked()).toEqual([]);
  });
});

describe("the worker", () => {
  const worker: Log = pino({ ...loggerOptions, level: "info" }, log);
  const queue = queueLogger(worker);

  test("names a job that failed, and why, without whom it was for", () => {
    const error = new Error(`550 <${canaries.email}>: no such person, ${canaries.token}`);
    queue.error(
      `Failed task 7 (mail, 1.00ms, attempt 1 of 25) with error '${error.message}':\n  ${error.stack}`,
      {
        failure: true,
        job: { id: "7", task_identifier: "mail", payload: canaries },
        error,
      },
    );
    expect(written()).toMatchObject([
      {
        from: "queue",
        job: "7",
        task: "mail",
        msg: "Failed task 7 (mail, 1.00ms, attempt 1 of 25)",
        err: { type: "Error", message: "550 <…@…>: no such person, …" },
      },
    ]);
    expect(leaked()).toEqual([]);
  });

  test("reports a lost connection without what was asked over it", () => {
    const lost = Object.assign(new Error(`select '${canaries.text}'`), {
      code: "22P02",
      severity: "ERROR",
      where: canaries.text,
      detail: canaries.text,
      hint: canaries.text,
      internalQuery: canaries.text,
      parameters: [canaries.password],
      query: canaries.text,
    });
    worker.warn({ err: new Error("outer", { cause: lost }) }, "the worker lost a connection");
    expect(written()).toMatchObject([{ err: { message: "outer", cause: { code: "22P02" } } }]);
    expect(leaked()).toEqual([]);
  });
});

describe("an error", () => {
  test("keeps what helps: its place, our names and the ids of organisations", () => {
    const error = new RangeError(`No library ${library.id} with ${canaries.email}`);
    expect(describeError(error)).toMatchObject({
      type: "RangeError",
      message: `No library ${library.id} with …@…`,
      stack: expect.stringMatching(/^RangeError: No library .*\n +at .*log\.db\.test\.ts/),
    });
    expect(leaked()).toEqual([]);
  });

  test("that is none, or holds itself, is described nevertheless", () => {
    expect(describeError(canaries.email).message).toBe("…@…");
    expect(describeError(canaries)).toEqual({ type: "object", message: "(left out)", stack: "" });
    const circle: Error = new Error("round");
    circle.cause = circle;
    expect(JSON.stringify(describeError(circle)).match(/"message":"round"/g)).toHaveLength(5);
    expect(leaked()).toEqual([]);
  });

  test("logged without words of ours gives none of its own", () => {
    const logger = pino({ ...loggerOptions, level: "info" }, log);
    const error = Object.assign(new Error(canaries.text), { code: "22P02", severity: "ERROR" });
    logger.error(error);
    logger.error({ err: error });
    logger.error({ err: error }, error.message);
    logger.warn(`mail to ${canaries.email} waits`);
    expect(written().map(({ msg }) => msg)).toEqual([
      "something failed",
      "something failed",
      "something failed",
      "mail to …@… waits",
    ]);
    expect(leaked()).toEqual([]);
  });
});
