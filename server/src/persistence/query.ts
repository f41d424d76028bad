import { Client, type ClientConfig } from "pg";

/** Runs one statement, or several without values, on one connection. */
export type Query = <Row = unknown>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** One connection for as long as the work lasts. */
export async function withConnection<T>(
  config: ClientConfig,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const client = new Client(config);
  // A loss is told by the query; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(queryOf(client));
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function inTransaction<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query("begin");
  try {
    const value = await work();
    await query("commit");
    return value;
  } catch (error) {
    await query("rollback");
    throw error;
  }
}

function queryOf(client: Client): Query {
  return async <Row>(text: string, values?: readonly unknown[]) =>
    (await client.query(text, values && [...values])).rows as Row[];
}

/** Node tries every address of a name and gives an error without a message when all refuse. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split("\n")[0] ?? "";
}
