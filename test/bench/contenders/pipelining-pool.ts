import { Pool, type PoolClient } from "pg";

/** As many as the product's own server has. */
const connections = 10;

interface Statement {
  readonly text: string;
}

/**
 * A pool that sends what PostGraphile asks before its own statement (`begin`, its settings) without waiting for an
 * answer, in one write with the statement: its adaptor waits for each. When one of them fails, so does what follows.
 */
export function openPipeliningPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: connections, pipeline: true });
  pool.on("connect", (client) => sendAhead(client as PoolClient));
  return pool;
}

function sendAhead(client: PoolClient): void {
  const send = client.query.bind(client) as (statement: Statement | string) => Promise<unknown>;
  const { stream } = (client as unknown as { connection: { stream: Corked } }).connection;
  const query = (statement: Statement | string): Promise<unknown> => {
    stream.cork();
    setImmediate(() => stream.uncork());
    const answer = send(statement);
    const text = typeof statement === "string" ? statement : statement.text;
    if (text !== "begin" && !text.startsWith("select set_config(el->>0")) return answer;
    answer.catch(() => undefined);
    return Promise.resolve({ rows: [], rowCount: 0 });
  };
  Object.assign(client, { query });
}

interface Corked {
  cork(): void;
  uncork(): void;
}
