import { DataSource, type MigrationInterface } from "typeorm";
import { migrateIdentity } from "./migrate-identity.ts";
import { migrateJobs } from "./migrate-jobs.ts";
import type { LoadedEditions } from "../norms/editions.ts";
import { publishEditions, requireEditionsInUse } from "../norms/publishing.ts";
import { StartError } from "../start-error.ts";
import { appliedMigrations, keepDigests, readMigrations, requireUnchanged } from "./applied.ts";
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
import { OneLineALook1764800000000 } from "./migrations/11-one-line-a-look.ts";
import { MailLimits1764810000000 } from "./migrations/12-mail-limits.ts";
import { FittingRoles1764820000000 } from "./migrations/13-fitting-roles.ts";
import { MentionsOnce1764860000000 } from "./migrations/17-mentions-once.ts";
import { FoldedAsTyped1764880000000 } from "./migrations/19-folded-as-typed.ts";
import { OneUseOfAPage1764890000000 } from "./migrations/20-one-use-of-a-page.ts";
import { EvidenceIndexes1764940000000 } from "./migrations/26-evidence-indexes.ts";
import { Releases1764950000000 } from "./migrations/27-releases.ts";
import { Installation1764960000000 } from "./migrations/28-installation.ts";
import { SubmittedNorms1764980010000 } from "./migrations/31-submitted-norms.ts";
import { lockTimeoutInMs, patiently, type Patience } from "../persistence/patiently.ts";
import { protect } from "./protection.ts";
import { isSuperuser, requireAdministration } from "./put-roles.ts";
import { inTransaction, type Query, withConnection } from "../persistence/query.ts";
import { release, releaseQuery, type Release } from "../persistence/release.ts";
import { requireSoundDatabase } from "./sound-database.ts";
import { requireStraight } from "./straight.ts";

/** Every migration, in order; one that landed never changes. */
export const migrations: readonly (new () => MigrationInterface)[] = [
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
  OneLineALook1764800000000,
  MailLimits1764810000000,
  FittingRoles1764820000000,
  MentionsOnce1764860000000,
  FoldedAsTyped1764880000000,
  OneUseOfAPage1764890000000,
  EvidenceIndexes1764940000000,
  Releases1764950000000,
  Installation1764960000000,
  SubmittedNorms1764980010000,
];

const lockKey = 718_204_006;

export interface Migrated {
  /** Connects to PostgreSQL itself, as a role that may change the database and make roles. */
  readonly adminUrl: string;
  readonly databaseUrl: string;
  readonly secret: string;
  /** What is served from now on; a process that serves none leaves it out. */
  readonly editions?: LoadedEditions;
}

/**
 * Brings the database to this release's shape: roles, identity, tables, then everything generated from the list of
 * relations. Safe to run from several places at once; the later ones wait and find nothing to do. Programs of the
 * release before go on working meanwhile and afterwards.
 *
 * @throws {StartError} when the database is newer, unfit or another installation's, when an applied migration changed,
 * or when an edition differs from what was published or one that is in use is missing
 */
export async function migrate(input: Migrated, patience: Patience = {}): Promise<void> {
  const { adminUrl, editions } = input;
  await requireStraight("DATABASE_ADMIN_URL", adminUrl);
  await withConnection({ connectionString: adminUrl }, async (query) => {
    await requireSoundDatabase(query);
    await requireAdministration(query);
  });
  await alone(adminUrl, async (query) => {
    await refuseOlder(query);
    const written = await readMigrations(migrations);
    requireUnchanged(await appliedMigrations(query), written);
    await migrateIdentity(input, patience);
    await query("create schema if not exists toetssteen authorization toetssteen_owner");
    await query("create schema if not exists tenancy authorization toetssteen_owner");
    await patiently("a table that changes", () => migrateTables(adminUrl), patience);
    await keepDigests(query, written);
    const queueMigration = await patiently(
      "the queue",
      () => migrateJobs(query, adminUrl),
      patience,
    );
    await protect(query, { queueMigration, isSuper: await isSuperuser(query) }, release, patience);
    if (editions) await publish(query, editions);
    await keepRelease(query);
  });
}

/** With a lock on migrating this database, which ends with the connection that holds it. */
async function alone(adminUrl: string, work: (query: Query) => Promise<void>): Promise<void> {
  await withConnection({ connectionString: adminUrl }, (lock) =>
    inTransaction(lock, async () => {
      // The transaction does nothing else, for as long as all of it takes.
      await lock("set local idle_in_transaction_session_timeout = 0");
      await lock("set local transaction_timeout = 0");
      await lock("select pg_advisory_xact_lock($1)", [lockKey]);
      await withConnection({ connectionString: adminUrl }, work);
    }),
  );
}

/** A newer one's functions and policies are not this program's to take away. */
async function refuseOlder(query: Query): Promise<void> {
  const [there] = await query("select where to_regclass('tenancy.release') is not null");
  if (!there) return;
  const [found] = await query<Release>(releaseQuery);
  if (found && found.number > release.number)
    throw new StartError(
      `the database is of release ${found.number} and this program of ${release.number}: only a program of ${found.number} or newer may migrate it`,
    );
}

async function migrateTables(adminUrl: string): Promise<void> {
  const source = new DataSource({
    type: "postgres",
    url: adminUrl,
    migrations: [...migrations],
    migrationsTableName: "tenancy.applied_migration",
    migrationsTransactionMode: "each",
    installExtensions: false,
    poolSize: 1,
    extra: { options: `-c lock_timeout=${lockTimeoutInMs}` },
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function publish(query: Query, editions: LoadedEditions): Promise<void> {
  await inTransaction(query, async () => {
    await publishEditions(query, editions);
    await requireEditionsInUse(query, editions);
  });
}

/** Last, so that whoever finds it finds all of it. */
async function keepRelease(query: Query): Promise<void> {
  await query(
    `insert into tenancy.release as r (number, serves_from) values ($1, $2) on conflict (only_one)
     do update set number = excluded.number, serves_from = excluded.serves_from
     where (r.number, r.serves_from) <> (excluded.number, excluded.serves_from)`,
    [release.number, release.servesFrom],
  );
}
