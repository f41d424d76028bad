import pg from "pg";
import { homeOf } from "../installation/home.ts";

/**
 * An embedded database that was there before installations knew of themselves is where its data folder is.
 * @returns where that folder lives
 */
export async function beginEmbedded(env: { adminUrl: string; dataDir: string }): Promise<string> {
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
