/** Our resolvers and our transactions behind Mercurius, with its compiled queries: what our own door costs beside it. */
import { readFileSync } from "node:fs";
import { createSchema } from "@toetssteen/server/register/schema";
import { requireActions } from "@toetssteen/server/rights/permissions";
import { createOnce, type Context } from "@toetssteen/server/graphql/context";
import { createPlanner } from "@toetssteen/server/graphql/planner";
import { builtInEditions, editionsByCode } from "@toetssteen/server/norms/editions";
import { createSource } from "@toetssteen/server/register/source";
import { organisationOf } from "@toetssteen/server/rights/hat";
import { createScopes } from "@toetssteen/server/tenancy/scope";
import fastify from "fastify";
import mercurius from "mercurius";
import { readToken } from "./who-asks.ts";

interface Asked {
  readonly hash: string;
  readonly variables: Record<string, unknown>;
}

const documents = JSON.parse(readFileSync(process.env["DOCUMENTS"] ?? "", "utf8")) as Record<
  string,
  string
>;
const schema = createSchema();
const planner = createPlanner(schema);
const editions = editionsByCode(builtInEditions);
const source = await createSource(process.env["DATABASE_URL"] ?? "", 10).initialize();
const scopes = createScopes(source);

const app = fastify();
await app.register(mercurius, { schema, jit: 1, routes: false, graphiql: false });
app.post<{ Body: Asked }>("/graphql", async (request, reply) => {
  const { hash, variables } = request.body;
  const text = documents[hash];
  const needed = text === undefined ? null : planner.plan(text, undefined);
  if (text === undefined || needed === null) return reply.code(400).send("An unknown document.");
  const token = readToken(request.raw);
  const hat = String(request.headers["x-hat"]);
  const subjects = needed.subjects(variables, organisationOf(hat));
  return scopes.inScope(
    {
      principal: token === null ? { kind: "nobody" } : { kind: "session", token },
      hat,
      subjects,
      access: needed.writes || needed.readsOutside ? "write" : "read",
      opened: needed.opens,
    },
    async (scope) => {
      requireActions(scope.actor, needed.actions, subjects);
      const context: Context = {
        scope,
        editions,
        scans: false,
        selects: (field) => needed.fields.has(field),
        argumentsOf: (field, argument) => needed.valuesOf(field, argument, variables),
        once: createOnce(),
        compiled: null,
        failures: [],
      };
      const value = await reply.graphql(text, context, variables);
      return { value, keep: value.errors === undefined };
    },
  );
});
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
process.once("SIGTERM", () => process.exit(0));
