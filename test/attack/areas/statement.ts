import { createGate } from "@toetssteen/server/entrance/gate";
import { createGateway } from "@toetssteen/server/entrance/gateway";
import { createSchema } from "@toetssteen/server/register/schema";
import { builtInEditions, editionsByCode } from "@toetssteen/server/norms/editions";
import { graphqlRoutes } from "@toetssteen/server/entrance/graphql";
import { createIdentity } from "@toetssteen/server/identity/auth";
import { identityDatabaseUrl } from "@toetssteen/server/identity/database";
import { createSource } from "@toetssteen/server/register/source";
import { createScopes, type Scope, type ScopeOptions } from "@toetssteen/server/tenancy/scope";
import { fastify } from "fastify";
import { operation } from "../../support/app.ts";
import { operationsOf, variablesFor } from "../../support/operations.ts";
import { afterwards } from "../../support/run.ts";
import type { Area, Range } from "../range.ts";
import { connectionState, preparedNames, rowsOf, shapeOf } from "../sql/kept-state.ts";
import { statementsFor } from "../sql/statements.ts";
import type { Verdict } from "../tally.ts";

/**
 * The worst case, given: one statement of an attacker's choice in a scope of their own organisation, through either way
 * to the connection. Then another library is served on the same connection, and must get its very own answer.
 */
export const statement: Area = {
  name: "statement",
  async run(range) {
    const { fixture, tally, watch } = range;
    const { library, personas, ids } = fixture;
    const served = await serveOnOneConnection(range);
    const answer = await served.answer();
    let before = await stateOf(range, served);
    for (const right of attackers) {
      const { caller, person } = personas[right];
      if (!person) throw new Error(`${right} is nobody.`);
      const all = await statementsFor(fixture.world, {
        own: person.organisationId,
        ownPerson: person.id,
        theirs: library.id,
        theirPerson: fixture.owner.id,
        theirMandate: ids.mandate,
      });
      // The first sends everything; with the others it is about whose rows there are.
      const statements = right === attackers[0] ? all : all.filter((sql) => asksForRows.test(sql));
      for (const sql of range.some(statements, right === attackers[0] ? 80 : 5)) {
        const way = range.random.pick(ways);
        await tally.attempt("statement", `${right}, ${way.name}: ${sql}`, async () => {
          const look = (text: string) => watch.from(caller, text, "the statement");
          const verdict = await served.send(right, (scope) => way.send(scope, sql), look);
          const after = await stateOf(range, served);
          const changed = Object.keys(before).flatMap((name) => difference(name, before, after));
          before = after;
          if (changed.length > 0) return { unlike: `it changed ${changed.join(", ")}` };
          if ((await served.answer()) !== answer)
            return { unlike: "the library that was served next got another answer" };
          return verdict;
        });
      }
    }
  },
};

/** Those who have no right to the library, or none any more. */
const attackers = [
  "coordinator of another library",
  "adviser after the library withdrew",
  "auditor after the mandate",
  "auditor before the mandate",
  "member who was removed",
] as const;
const asksForRows = /^(select \* from toetssteen|with set)/;

let named = 0;
const ways: readonly { name: string; send: (scope: Scope, sql: string) => Promise<unknown> }[] = [
  { name: "by hand", send: (scope, sql) => scope.sql("", sql, []) },
  { name: "by name", send: (scope, sql) => scope.sql(`attack ${(named += 1)}`, sql, []) },
  { name: "through TypeORM", send: (scope, sql) => scope.entities.query(sql) },
];

/** The server's own scopes and gateway, on a single connection. */
async function serveOnOneConnection({ fixture }: Range) {
  const source = await createSource(fixture.world.database.databaseUrl, 1).initialize();
  const scopes = createScopes(source);
  const schema = createSchema();
  const gateway = await createGateway({
    schema,
    enter: createGate(scopes),
    documents: { textOrThrow: ({ query }) => query ?? "" },
    editions: editionsByCode(builtInEditions),
    scans: false,
    log: fastify({ logger: false }).log,
    open: true,
  });
  const { databaseUrl, secret } = fixture.world.database;
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl, secret }),
    secret,
    publicUrl: fixture.server.origin,
  });
  const app = fastify();
  graphqlRoutes(app, gateway, identity);
  afterwards(async () => {
    await app.close();
    await gateway.stop();
    await identity.close();
    await source.destroy();
  });
  // The first function in plpgsql brings settings of its own along.
  await source.query("select tenancy.mail_member(null, null)");
  const { caller } = fixture.personas.quality_coordinator;
  const pages = operationsOf(schema).filter(({ name }) => /^(selfEvaluation|members)$/.test(name));
  return {
    source,
    async send(
      by: (typeof attackers)[number],
      work: (scope: Scope) => Promise<unknown>,
      look: (text: string) => void,
    ): Promise<Verdict> {
      const { person, caller } = fixture.personas[by];
      const options: ScopeOptions = {
        principal: { kind: "session", token: person?.token ?? "" },
        hat: caller.hat ?? null,
        subjects: [person?.organisationId ?? "", fixture.library.id],
        access: "write",
      };
      return scopes
        .inScope(options, async (scope) => ({ value: await work(scope), keep: true }))
        .then(
          (rows) => {
            look(
              JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
            );
            return "allowed" as const;
          },
          (error: unknown) => {
            look(JSON.stringify(error, Object.getOwnPropertyNames(error)));
            return "refused" as const;
          },
        );
    },
    /** What the library gets, served as always. */
    async answer(): Promise<string> {
      const texts = [];
      for (const page of pages) {
        const variables = variablesFor(page, () => fixture.library.id);
        const { method, path: url, headers, body } = operation(caller, page.document, variables);
        texts.push((await app.inject({ method, url, headers, payload: body })).body);
      }
      return texts.join("\n");
    },
  };
}

/** What is called so, with the lines that are others. */
function difference(name: string, before: State, after: State): string[] {
  const lines = after[name]?.split("\n") ?? [];
  const others = lines.filter((line) => !before[name]?.split("\n").includes(line));
  return before[name] === after[name] ? [] : [`${name} (${others.slice(0, 5).join(" ").trim()})`];
}

type State = Readonly<Record<string, string>>;
type Served = Awaited<ReturnType<typeof serveOnOneConnection>>;

/** What must be as it was: the connection, the library, the database. */
async function stateOf({ fixture }: Range, { source }: Served): Promise<State> {
  const names = new Set(await preparedNames(source));
  return {
    "what the connection carries on": await connectionState(source),
    "what the server had prepared": String(["enter", "actor"].every((name) => names.has(name))),
    "rows of another organisation": await rowsOf(fixture.world, fixture.library.id),
    "the shape of the database": await shapeOf(fixture.world),
  };
}
