/** PostGraphile 5 over our tables and row security, set up for speed as its documentation says, and then some. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { marked, snippetOf } from "@toetssteen/server/search/snippet";
import { PersistedPlugin } from "@grafserv/persisted";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import type { PgSelectSingleStep } from "postgraphile/@dataplan/pg";
import { lambda, type FieldArgs } from "postgraphile/grafast";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { extendSchema, gql } from "postgraphile/utils";
import { openPipeliningPool } from "./pipelining-pool.ts";
import { listen } from "./serve.ts";
import { whoAsks } from "./who-asks.ts";

const documents = JSON.parse(readFileSync(process.env["DOCUMENTS"] ?? "", "utf8")) as Record<
  string,
  string
>;

/** What was found is sent in pieces and not in whole texts, as all of us do: with our function, as plain JSON. */
const snippets = extendSchema({
  typeDefs: gql`
    extend type BenchHit {
      pieces(words: [String]!): JSON
    }
  `,
  objects: {
    BenchHit: {
      plans: {
        pieces: ($hit: PgSelectSingleStep, fieldArgs: FieldArgs) =>
          lambda(
            [
              $hit.get("kind"),
              $hit.get("body"),
              $hit.get("files"),
              fieldArgs.getRaw("words"),
              $hit.get("is_cut_before"),
              $hit.get("is_cut_after"),
            ] as const,
            ([kind, text, files, words, isCutBefore, isCutAfter]) => ({
              snippet:
                kind === "document"
                  ? marked(text, words)
                  : snippetOf({ text, isCutBefore, isCutAfter }, words),
              files: files.map((name: string) => marked(name, words)),
            }),
            true,
          ),
      },
    },
  },
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [PersistedPlugin, snippets],
  disablePlugins: ["NodePlugin", "MutationPayloadQueryPlugin"],
  pgServices: [
    makePgService({
      pool: openPipeliningPool(process.env["DATABASE_URL"] ?? ""),
      schemas: ["toetssteen", "bench"],
      pubsub: false,
    }),
  ],
  schema: { defaultBehavior: "-connection +list -insert -update -delete -order -condition" },
  grafast: {
    explain: false,
    context: ({ node }) => ({ pgSettings: node ? { ...whoAsks(node.req) } : {} }),
  },
  grafserv: {
    graphiql: false,
    watch: false,
    outputDataAsString: true,
    persistedOperations: documents,
    allowUnpersistedOperation: false,
  },
});
const served = instance.createServ(grafserv);
const handle = served.createHandler();
await served.ready();
if (process.env["SHOW_SCHEMA"] !== undefined) {
  const { printSchema } = await import("graphql");
  process.stdout.write(printSchema((await instance.getSchemaResult()).schema));
  process.exit(0);
}
listen(createServer(handle));
