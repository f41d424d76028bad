/**
 * As fast as this can be done by hand on the same runtime, driver and row security: a request is a prepared statement that
 * gives the answer as text, in a transaction that is sent in one write, with nothing of GraphQL.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool, type PoolClient } from "pg";
import { limitStatements, type Statements } from "./limit-statements.ts";
import { finishers } from "./limit-texts.ts";
import { listen } from "./serve.ts";
import { whoAsks } from "./who-asks.ts";

interface Asked {
  readonly operation: keyof Statements;
  readonly values: readonly unknown[];
}

const pool = new Pool({
  connectionString: process.env["DATABASE_URL"],
  max: 10,
  pipeline: true,
});

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Asked;
  const row = await inTransaction(asked, whoAsks(request));
  const body = finishers[asked.operation](row);
  reply.setHeader("content-type", "application/json; charset=utf-8");
  reply.setHeader("content-length", Buffer.byteLength(body));
  reply.end(body);
}

/** @throws where the transaction was not kept: a COMMIT of an aborted one is answered with ROLLBACK */
async function inTransaction(
  { operation, values }: Asked,
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const client = await pool.connect();
  const { text, writes } = limitStatements[operation];
  try {
    const { stream } = (client as unknown as { connection: { stream: Corked } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const [, , asked, ended] = await Promise.all([
      client.query(writes ? "BEGIN" : "BEGIN READ ONLY"),
      client.query({
        name: "enter",
        text: "select set_config('app.principal', $1, true), set_config('app.hat', $2, true), set_config('app.subject', $3, true)",
        values: Object.values(settings),
      }),
      client.query<{ answer: string }>({ name: operation, text, values: [...values] }),
      client.query("COMMIT"),
    ]);
    if (ended.command !== "COMMIT") throw new Error("The transaction could not be kept.");
    return asked.rows[0]?.answer ?? "null";
  } catch (error) {
    await (client as PoolClient).query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

interface Corked {
  cork(): void;
  uncork(): void;
}

listen(
  createServer((request, reply) => {
    answer(request, reply).catch((error: unknown) => {
      reply.statusCode = 500;
      reply.end(String(error));
    });
  }),
);
