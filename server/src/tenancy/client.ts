/** What the driver keeps of a connection's prepared statements; private to it, and touched only here. */
export interface Kept {
  /** By name, with its text: prepared, and sent to be prepared. */
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  close(what: { type: "S"; name: string }): void;
}

/** A statement as it is sent; its name is made by `preparedOn`. */
export interface Statement {
  name?: string;
  text: string;
  values?: readonly unknown[];
  /** Makes the database refuse a text with more than one statement, also where it has no values. */
  queryMode?: "extended";
}

export interface Result {
  rows: unknown[];
  command: string;
}

/** The connection underneath, as far as a scope uses it. */
export interface Client {
  readonly connection: Kept & { readonly stream: { cork(): void; uncork(): void } };
  /** Gives a list where a text has several statements. */
  query<Given = Result>(statement: Statement): Promise<Given>;
  /** Gives it back to its pool, which ends it where it is said to be broken. */
  release(broken?: Error): void;
}

/** Runs a prepared statement. @param name what the log calls it where it fails @throws {ScopeClosed} after the operation ended */
export type Sql = <Row>(name: string, text: string, values: readonly unknown[]) => Promise<Row[]>;
