import pg from "pg";
import type { Env } from "../env.ts";
import { homeOf } from "../installation/home.ts";

/**
 * An embedded database that was there before installations knew of themselves is where its data folder is.
 * @returns where that folder lives
 */
export async function beginEmbedded(env: Pick<Env, "adminUrl" | "dataDir">): Promise<string> {
  const client = new pg.Client({ connectionString: env.adminUrl });
  await client.connect();
  try {
    await client.query(
      "insert into tenancy.installation (home) select '' where not exists (select from tenancy.installation)",
    );
  } finally {
    await client.end();
  }
  return homeOf(env.dataDir);
}
