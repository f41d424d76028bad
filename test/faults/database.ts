import { rm, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openEmbeddedPostgres } from "@toetssteen/server/embedded/embedded";
import { findDirectory } from "@toetssteen/server/embedded/directory";
import pg from "pg";
import type { Query } from "../support/scenario.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** A durable PostgreSQL of our own that may be killed; what it said was kept is still there afterwards. */
export interface Database {
  /** Where it listens now. */
  readonly port: number;
  readonly secret: string;
  /** The address of a role over some port. */
  url(role: "app" | "admin", port: number): string;
  /** Kills its first process; its others end when they notice. */
  kill(): Promise<void>;
  /** Starts it again after it was killed. */
  begin(): Promise<void>;
  /** Kills one process that serves the product; PostgreSQL then ends all others and recovers by itself. */
  killOne(): Promise<void>;
  /** On a connection of its own, straight to it: as the owner, who sees every row, or as superuser. */
  as<T>(who: "owner" | "admin", work: (query: Query) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function openDatabase(): Promise<Database> {
  const dataDir = await makeTemporaryFolder();
  const { cluster } = await findDirectory(dataDir);
  let opened = await openEmbeddedPostgres({ dataDir });
  const secret = opened.sessionSecret;
  const portOf = () => Number(new URL(opened.adminUrl).port);

  const as: Database["as"] = async (who, work) => {
    const options = who === "owner" ? "-c role=toetssteen_owner" : "";
    const client = new pg.Client({ connectionString: opened.adminUrl, options });
    client.on("error", () => {});
    await client.connect();
    try {
      return await work(
        async (sql, values) => (await client.query(sql, values && [...values])).rows,
      );
    } finally {
      await client.end();
    }
  };

  return {
    get port() {
      return portOf();
    },
    secret,
    url: (role, port) => {
      const url = new URL(role === "app" ? opened.databaseUrl : opened.adminUrl);
      url.port = String(port);
      return url.href;
    },
    async kill() {
      const [pid] = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      await opened.ended;
      await opened.stop();
    },
    async begin() {
      opened = await openEmbeddedPostgres({ dataDir });
    },
    async killOne() {
      await as("admin", async (query) => {
        const [found] = await query<{ pid: number }>(
          "select pid from pg_stat_activity where application_name = 'toetssteen' order by state = 'idle', pid limit 1",
        );
        if (found) process.kill(found.pid, "SIGKILL");
      }).catch(() => undefined);
    },
    as,
    async stop() {
      await opened.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
