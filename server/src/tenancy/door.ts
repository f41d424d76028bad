import type { QueryRunner } from "typeorm";

/** A query after its operation ended: the connection may serve another tenant by then. */
export class ScopeClosed extends Error {
  override readonly name = "ScopeClosed";
}

/** The connection underneath, as far as a scope uses it. */
export interface Client {
  query(config: {
    name?: string;
    text: string;
    values?: readonly unknown[];
  }): Promise<{ rows: unknown[]; command: string }>;
}

/**
 * The query door of one scope. TypeORM is given a stand-in for the connection that refuses once the operation ended,
 * and is told that it is inside a transaction; both are private to TypeORM, which is why they are touched only here
 * (`test/tenancy/scope.test.ts` fails when an upgrade moves them).
 */
export class Door {
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
    Object.assign(runner, {
      databaseConnection: guarded,
      isTransactionActive: true,
      transactionDepth: 1,
    });
  }

  readonly sql = async <Row>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> => {
    this.#refuseWhenClosed();
    const { rows } = await this.#client.query({ name, text, values });
    return rows as Row[];
  };

  close(): void {
    this.#open = false;
  }

  async release(broken: Error | undefined): Promise<void> {
    Object.assign(this.#runner, {
      databaseConnection: this.#client,
      isTransactionActive: false,
      transactionDepth: 0,
    });
    const runner = this.#runner as unknown as {
      releasePostgresConnection(error?: Error): Promise<void>;
    };
    await runner.releasePostgresConnection(broken);
  }

  #refuseWhenClosed(): void {
    if (!this.#open) throw new ScopeClosed("A query came after its operation had ended.");
  }
}
