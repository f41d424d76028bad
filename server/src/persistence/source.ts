import "reflect-metadata";
import type { ClientBase, Pool } from "pg";
import { DataSource } from "typeorm";

/** A class with columns. */
type Entity = new () => object;

/**
 * How long an answer of the database is waited for, in milliseconds: longer than a statement may take, so that it is met
 * only where a connection fell silent. The connection is then given up; without, it would be lost to the pool for hours.
 */
export const longestSilenceInMs = 20_000;

/**
 * The pool of the application role. Only `tenancy/scope.ts` may use it: a query outside a scope has no tenant.
 * @param poolSize connections per process
 * @param entities classes of the tables that are read and written through TypeORM
 * @param longestSilence of the database, in milliseconds
 */
export function openSource(
  databaseUrl: string,
  poolSize: number,
  entities: readonly Entity[],
  longestSilence = longestSilenceInMs,
): DataSource {
  return new DataSource({
    type: "postgres",
    url: databaseUrl,
    entities: [...entities],
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: {
      max: poolSize,
      pipeline: true,
      application_name: "toetssteen",
      connectionTimeoutMillis: 5_000,
      query_timeout: longestSilence,
      // One that is lost while nobody listens would end the process.
      onConnect: (client: ClientBase) => void client.on("error", () => {}),
      idleTimeoutMillis: 30_000,
    },
  });
}

/** Its connections, to be counted, and to be used by scopes. */
export function poolOf(
  source: DataSource,
): Pick<Pool, "totalCount" | "idleCount" | "waitingCount" | "connect"> {
  return (source.driver as unknown as { master: Pool }).master;
}
