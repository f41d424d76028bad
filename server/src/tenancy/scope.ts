import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { nobody, principalSetting, type Principal } from "./principal.ts";

/** What one operation may see and do, for as long as it lasts: one connection, one transaction, one asker. */
export interface Scope {
  readonly asker: Asker;
  /** Runs a named prepared statement. @throws {ScopeClosed} after the operation ended */
  sql<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** For small reads and ordinary writes. Tied to this scope's connection. */
  readonly entities: EntityManager;
  /**
   * Goes on with other organisations as subjects, and writes into each one's access log that this was read.
   * @returns those of them to which there is a right
   */
  lookAt(organisationIds: readonly string[], opened: string): Promise<string[]>;
}

/** Who the database found to be asking, and by which rights, under the hat and the subjects of the scope. */
export interface Asker {
  readonly personId: string | null;
  /** The organisation acted for. Says nothing yet about a right to it. */
  readonly hat: string | null;
  /** Rights by organisation: roles of the own one, later oversight levels and mandates. */
  readonly standing: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ScopeOptions {
  readonly principal: Principal;
  readonly hat: string | null;
  /** The only organisations whose rows may be seen. Empty: none. */
  readonly subjects: readonly string[];
  readonly access: "read" | "write";
  /** What is opened, for the access log, when a subject is not the hat's own organisation. */
  readonly opened?: string;
}

/** A query after its operation ended: the connection may serve another tenant by then. */
export class ScopeClosed extends Error {
  override readonly name = "ScopeClosed";
}

/** What the work decided: keep what it wrote, or undo it and still answer. */
export interface Outcome<T> {
  readonly value: T;
  readonly keep: boolean;
}

export interface Scopes {
  /**
   * The only way to a connection. Opens a transaction in which the database knows who asks, runs `work` once (twice
   * after a serialisation failure or deadlock) and commits when it wants its writes kept.
   */
  inScope<T>(options: ScopeOptions, work: (scope: Scope) => Promise<Outcome<T>>): Promise<T>;
}

const noOrganisation = "00000000-0000-0000-0000-000000000000";
const serializationFailure = "40001";
const deadlockDetected = "40P01";

interface Client {
  query(config: { name?: string; text: string; values?: readonly unknown[] }): Promise<{ rows: unknown[]; command: string }>;
}

export function createScopes(source: DataSource): Scopes {
  return {
    async inScope(options, work) {
      try {
        return await attempt(source, options, work);
      } catch (error) {
        if (!mayRetry(error)) throw error;
        return await attempt(source, options, work);
      }
    },
  };
}

async function attempt<T>(source: DataSource, options: ScopeOptions, work: (scope: Scope) => Promise<Outcome<T>>): Promise<T> {
  const runner = source.createQueryRunner();
  const client: Client = await runner.connect();
  const door = new Door(runner, client);
  let broken: Error | undefined;
  try {
    const asker = await enter(client, options);
    if (outside(options).length > 0) await logOutsideRead(door.sql, options.opened ?? "");
    const outcome = await work({
      asker,
      sql: door.sql,
      entities: source.createEntityManager(runner),
      lookAt: async (organisationIds, opened) => {
        await door.sql("look at", "select set_config('app.subject', $1, true)", [narrowed(organisationIds)]);
        return logOutsideRead(door.sql, opened);
      },
    });
    door.close();
    await end(client, outcome.keep ? "COMMIT" : "ROLLBACK");
    return outcome.value;
  } catch (error) {
    door.close();
    await end(client, "ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    await door.release(broken);
  }
}

/** Begins, tells the database who asks, and asks it who that is: three statements, one round trip. */
async function enter(client: Client, options: ScopeOptions): Promise<Asker> {
  const { principal, hat, subjects, access } = options;
  const [, , asked] = await Promise.all([
    client.query({ text: access === "read" && outside(options).length === 0 ? "BEGIN READ ONLY" : "BEGIN" }),
    client.query({
      name: "enter",
      text: "select set_config('app.principal', $1, true), set_config('app.hat', $2, true), set_config('app.subject', $3, true)",
      values: [principalSetting(principal), hat ?? "", narrowed(subjects)],
    }),
    principal === nobody
      ? null
      : client.query({ name: "asker", text: "select person_id, standing from tenancy.asker()" }),
  ]);
  const row = asked?.rows[0] as { person_id: string | null; standing: [string, string][] } | undefined;
  const standing = new Map<string, Set<string>>();
  for (const [organisation, via] of row?.standing ?? []) {
    standing.set(organisation, (standing.get(organisation) ?? new Set()).add(via));
  }
  return { personId: row?.person_id ?? null, hat, standing };
}

/** No subjects must mean no rows, and an empty setting means no narrowing: so name one that can't exist. */
function narrowed(subjects: readonly string[]): string {
  return subjects.length > 0 ? subjects.join(",") : noOrganisation;
}

function outside({ subjects, hat }: ScopeOptions): string[] {
  return subjects.filter((subject) => subject !== hat);
}

/** Written before anything is answered, and in the same transaction: no row in the log, no data. */
async function logOutsideRead(sql: Scope["sql"], opened: string): Promise<string[]> {
  const rows = await sql<{ organisation_id: string }>(
    "log outside read",
    `with logged as (insert into toetssteen.access_log
       (organisation_id, id, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
     select seen.organisation_id, uuidv7(), tenancy.person(), reader.person_name, reader.organisation_id,
       reader.organisation_name, seen.via, seen.right_id, $1
     from tenancy.reader() reader,
       (select distinct organisation_id, via, right_id from tenancy.rights()) seen
     where seen.organisation_id <> reader.organisation_id)
     select distinct organisation_id from tenancy.rights()`,
    [opened],
  );
  return rows.map((row) => row.organisation_id);
}

async function end(client: Client, command: "COMMIT" | "ROLLBACK"): Promise<void> {
  const { command: tag } = await client.query({ text: command });
  // COMMIT of an aborted transaction does not throw: it answers ROLLBACK.
  if (tag !== command) throw new Error(`The transaction could not be kept: ${command} was answered with ${tag}.`);
}

function mayRetry(error: unknown): boolean {
  const code = databaseCode(error);
  return code === serializationFailure || code === deadlockDetected;
}

/** The SQLSTATE of an error, also where TypeORM or GraphQL wrapped it. */
export function databaseCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = wrapped(current)) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code)) return current.code;
  }
  return undefined;
}

function wrapped(error: Error): unknown {
  if ("driverError" in error) return error.driverError;
  if ("originalError" in error) return error.originalError;
  return error.cause;
}

/**
 * The query door of one scope. TypeORM is given a stand-in for the connection that refuses once the operation ended,
 * and is told that it is inside a transaction; both are private to TypeORM, which is why they are touched only here
 * (`scope.db.test.ts` fails when an upgrade moves them).
 */
class Door {
  readonly #runner: QueryRunner;
  readonly #client: Client;
  #open = true;

  constructor(runner: QueryRunner, client: Client) {
    this.#runner = runner;
    this.#client = client;
    const guarded = Object.create(client, {
      query: {
        value: (...query: Parameters<Client["query"]>) => {
          this.#refuseWhenClosed();
          return client.query(...query);
        },
      },
    });
    Object.assign(runner, { databaseConnection: guarded, isTransactionActive: true, transactionDepth: 1 });
  }

  readonly sql = async <Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> => {
    this.#refuseWhenClosed();
    const { rows } = await this.#client.query({ name, text, values });
    return rows as Row[];
  };

  close(): void {
    this.#open = false;
  }

  async release(broken: Error | undefined): Promise<void> {
    Object.assign(this.#runner, { databaseConnection: this.#client, isTransactionActive: false, transactionDepth: 0 });
    const { releasePostgresConnection } = this.#runner as unknown as { releasePostgresConnection(error?: Error): Promise<void> };
    await releasePostgresConnection.call(this.#runner, broken);
  }

  #refuseWhenClosed(): void {
    if (!this.#open) throw new ScopeClosed("A query came after its operation had ended.");
  }
}
