import { DataSource, type QueryRunner } from "typeorm";
import type { LoadedEditions } from "../norms/editions.ts";
import { publishEditions, requireEditionsInUse } from "../norms/publishing.ts";
import { migrateIdentity } from "../identity/migration.ts";
import { migrateJobs } from "../jobs/migration.ts";
import { SelfEvaluation1764000000000 } from "./migrations/1-self-evaluation.ts";
import { OtherReaders1764100000000 } from "./migrations/2-other-readers.ts";
import { Operator1764200000000 } from "./migrations/3-operator.ts";
import { Workplace1764250000000 } from "./migrations/4-workplace.ts";
import { Comments1764300000000 } from "./migrations/5-comments.ts";
import { AccessLogChain1764350000000 } from "./migrations/6-access-log-chain.ts";
import { Evidence1764500000000 } from "./migrations/7-evidence.ts";
import { WorkingTogether1764550000000 } from "./migrations/8-working-together.ts";
import { Search1764700000000 } from "./migrations/9-search.ts";
import { ReferencesAskedTwice1764750000000 } from "./migrations/10-references-asked-twice.ts";
import { Installation1764960000000 } from "./migrations/28-installation.ts";
import { protect } from "./protection.ts";
import { rolesScript } from "./roles.ts";

const lockKey = 718_204_006;

/**
 * Brings the database to this release's shape: roles, identity, tables, then everything generated from the list of
 * relations. Safe to run from several servers at once; the later ones wait and find nothing to do.
 *
 * @param input.editions what is served from now on; a process that serves none leaves it out
 * @throws {StartError} when an edition differs from what was published, or one that is in use is missing
 */
export async function migrate(input: {
  adminUrl: string;
  databaseUrl: string;
  secret: string;
  editions?: LoadedEditions;
}): Promise<void> {
  const { adminUrl, databaseUrl, secret, editions } = input;
  await migrateIdentity({ adminUrl, secret });
  const source = new DataSource({
    type: "postgres",
    url: adminUrl,
    migrations: [
      SelfEvaluation1764000000000,
      OtherReaders1764100000000,
      Operator1764200000000,
      Workplace1764250000000,
      Comments1764300000000,
      AccessLogChain1764350000000,
      Evidence1764500000000,
      WorkingTogether1764550000000,
      Search1764700000000,
      ReferencesAskedTwice1764750000000,
      Installation1764960000000,
    ],
    migrationsTableName: "tenancy.applied_migration",
    migrationsTransactionMode: "each",
    installExtensions: false,
    poolSize: 2,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query("select pg_advisory_lock($1)", [lockKey]);
    const url = new URL(databaseUrl);
    await lock.query(
      rolesScript(
        decodeURIComponent(url.pathname.slice(1)),
        decodeURIComponent(url.password),
        secret,
      ),
    );
    await source.runMigrations();
    await protect(lock, await migrateJobs(adminUrl));
    if (editions) await publish(lock, editions);
  } finally {
    await lock.query("select pg_advisory_unlock($1)", [lockKey]);
    await lock.release();
    await source.destroy();
  }
}

async function publish(runner: QueryRunner, editions: LoadedEditions): Promise<void> {
  const query = (text: string, values?: unknown[]) => runner.query(text, values);
  await inTransaction(runner, async () => {
    await publishEditions(query, editions);
    await requireEditionsInUse(query, editions);
  });
}

async function inTransaction(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.query("begin");
  try {
    await work();
    await runner.query("commit");
  } catch (error) {
    await runner.query("rollback");
    throw error;
  }
}
