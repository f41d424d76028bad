import { Client } from "pg";
import { StartError } from "../start-error.ts";

/** A pooler with as many idle connections that hands them out in turn would still be seen. */
const rounds = 4;

/**
 * Migrating and listening need a connection that stays the same one. Behind a pooler that gives one for each
 * transaction, two clients meet the same process of PostgreSQL, or one client meets two.
 *
 * @param name of the setting
 * @throws {StartError} when the address leads through such a pooler
 */
export async function requireStraight(name: string, url: string): Promise<void> {
  const clients: Client[] = [];
  const open = async () => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => {});
    clients.push(client);
    await client.connect();
    return client;
  };
  try {
    const first = await open();
    const own = await processOf(first);
    // The number that it was told when it connected: a pooler makes up one of its own.
    if ((first as { processID?: number }).processID === own) return;
    for (let round = 0; round < rounds; round += 1) {
      const other = await open();
      // Inside a transaction it keeps what it got, so that the next ones get others.
      await other.query("begin");
      if ((await processOf(other)) === own || (await processOf(first)) !== own) throw pooled(name);
    }
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}

function pooled(name: string): StartError {
  return new StartError(
    `${name} leads through a pooler of connections (PgBouncer): give the address of PostgreSQL itself`,
  );
}

async function processOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid ?? 0;
}
