import { randomBytes } from "node:crypto";
import { builtInEditions } from "@toetssteen/server/norms/editions";
import { migrate } from "@toetssteen/server/migrating/migrate";
import { Client } from "pg";
import { openTemporaryCluster } from "./temporary-cluster.ts";

/** What a test file or the attack needs to make a database of its own. */
export interface Cluster {
  /** As superuser, at the maintenance database. */
  maintenanceUrl: string;
  applicationPassword: string;
  /** The migrated database that test databases are copied from. */
  template: string;
  /** Passwords of roles come from it, and roles are the cluster's: every migration of a run must use this one. */
  secret: string;
}

/** A PostgreSQL with one database in it, migrated; gone after `stop`. */
export async function openMigratedCluster(): Promise<{
  cluster: Cluster;
  stop: () => Promise<void>;
}> {
  const opened = await openTemporaryCluster();
  try {
    const template = "toetssteen_template";
    const secret = randomBytes(32).toString("base64url");
    const maintenanceUrl = withDatabase(opened.adminUrl, "postgres");
    const client = new Client({ connectionString: maintenanceUrl });
    await client.connect();
    await client.query(`create database ${template}`);
    await client.end();
    const adminUrl = withDatabase(opened.adminUrl, template);
    const databaseUrl = withDatabase(opened.databaseUrl, template);
    await migrate({ adminUrl, databaseUrl, secret, editions: builtInEditions });
    const applicationPassword = new URL(databaseUrl).password;
    return {
      cluster: { maintenanceUrl, applicationPassword, template, secret },
      stop: () => opened.stop(),
    };
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
