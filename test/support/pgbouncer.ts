import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writePoolerUsers } from "@toetssteen/server/migrating/pooler-users";
import { Client } from "pg";
import { freePort } from "./free-port.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** Why there is none that keeps prepared statements on this machine; null where `PGBOUNCER`, or the path, has one. */
export const program = process.env["PGBOUNCER"] ?? "pgbouncer";
export const lacking = lookFor();

function lookFor(): string | null {
  try {
    const said = execFileSync(program, ["--version"], { encoding: "utf8" });
    const [, major = 0, minor = 0] = /PgBouncer (\d+)\.(\d+)/.exec(said) ?? [];
    const keeps = Number(major) > 1 || Number(minor) >= 21;
    return keeps ? null : `PgBouncer ${major}.${minor} keeps no prepared statements; 1.21 does`;
  } catch {
    return "there is no PgBouncer here";
  }
}

export interface Pooler {
  /** The same address, through the pooler. */
  through(url: string): string;
  /** Gives every connection to PostgreSQL up when its transaction ends, as its console's RECONNECT does. */
  reconnect(): Promise<void>;
  close(): Promise<void>;
}

/** @param most connections to PostgreSQL for each role */
export async function openPooler(
  database: { adminUrl: string; databaseUrl: string; secret: string },
  most: number,
): Promise<Pooler> {
  const folder = await makeTemporaryFolder();
  const [users, settings, port] = [join(folder, "users"), join(folder, "ini"), await freePort()];
  const { adminUrl, databaseUrl, secret: sessionSecret } = database;
  await writePoolerUsers({ adminUrl, databaseUrl, sessionSecret }, users);
  const { hostname, port: to } = new URL(databaseUrl);
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${to}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
max_prepared_statements = 500
default_pool_size = ${most}
admin_users = toetssteen_app
query_wait_timeout = 10
`,
  );
  await chmod(settings, 0o644);
  // It refuses to run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(program, [settings], { stdio: ["ignore", "pipe", "pipe"], ...nobody });
  const ended = once(child, "close");
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("process up")) resolve();
    });
    void ended.then(() => reject(new Error(said)));
  });
  const through = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  return {
    through,
    async reconnect() {
      const url = Object.assign(new URL(through(databaseUrl)), { pathname: "/pgbouncer" }).href;
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query("RECONNECT");
      await client.end();
    },
    async close() {
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
