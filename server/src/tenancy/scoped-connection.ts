import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { preparedOn } from "./prepared.ts";
import type { Client, Result, Sql, Statement } from "./client.ts";

/** A query after its operation ended: the connection may serve another tenant by then. */
export class ScopeClosed extends Error {
  override readonly name = "ScopeClosed";
}

/** A statement that neither asks for rows nor changes them: none of ours does anything else inside a scope. */
export class ForeignStatement extends Error {
  override readonly name = "ForeignStatement";
}

/**
 * Sends what is asked in one turn of the event loop in one write: writing to a socket costs more than most queries.
 * To be called before the first of them; the driver pipelines, so they may all be under way.
 */
export function sendTogether({ connection: { stream } }: Client): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * How every statement of ours begins. What PostgreSQL lets anybody say besides would outlive the transaction on a
 * connection that others use next (`prepare`, `deallocate`, `listen`, `declare`), or change the role itself (`alter
 * role`, also inside a `do`); none of it can be said in a statement that begins like these.
 */
const ours =
  /^\s*(?:select|with|insert|update|delete|merge)\b|^(?:savepoint|release savepoint|rollback to savepoint) \w+$/i;

/**
 * The connection of one scope, as far as its work may use it. TypeORM is given a stand-in for the connection that refuses once the operation ended,
 * and is told that it is inside a transaction; both are private to TypeORM, which is why they are touched only here
 * (`test/tenancy/scope.test.ts` fails when an upgrade moves them).
 */
export class ScopedConnection {
  readonly #source: DataSource;
  readonly #client: Client;
  #entities: EntityManager | undefined;
  #open = true;

  constructor(source: DataSource, client: Client) {
    this.#source = source;
    this.#client = client;
  }

  readonly sql: Sql = async <Row>(name: string, text: string, values: readonly unknown[]) => {
    try {
      const { rows } = await this.#send({ text, values }, true);
      return rows as Row[];
    } catch (error) {
      if (error instanceof Error && name !== "") Object.assign(error, { statement: name });
      throw error;
    }
  };

  /** Made when it is first asked for: most operations need none. */
  get entities(): EntityManager {
    return (this.#entities ??= this.#source.createEntityManager(this.#runner()));
  }

  close(): void {
    this.#open = false;
  }

  #runner(): QueryRunner {
    return Object.assign(this.#source.createQueryRunner(), {
      databaseConnection: {
        query: (text: string, values?: readonly unknown[]) =>
          this.#send({ text, ...(values && { values }) }),
      },
      isTransactionActive: true,
      transactionDepth: 1,
    });
  }

  async #send({ text, values }: Statement, prepares = false): Promise<Result> {
    if (!this.#open) throw new ScopeClosed("A query came after its operation had ended.");
    if (!ours.test(text))
      throw new ForeignStatement("A statement neither asked for rows nor changed them.");
    sendTogether(this.#client);
    const statement = prepares
      ? preparedOn(this.#client, text, values ?? [])
      : { text, ...(values && { values }) };
    return this.#client.query({ ...statement, queryMode: "extended" });
  }
}
