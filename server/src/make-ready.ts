import { fillDemo } from "./demo/demo.ts";
import type { Env } from "./env.ts";
import type { LoadedEditions } from "./norms/editions.ts";
import { StartError } from "./start-error.ts";
import { requireAdminAccess, requireApplicationAccess } from "./migrating/access.ts";
import { migrate } from "./migrating/migrate.ts";

/**
 * All that a database needs before servers and workers can use it; with `DEMO` also something to look at.
 *
 * @param say hears what there is to wait for
 * @throws {StartError}
 */
export async function makeReady(
  env: Env,
  editions: LoadedEditions,
  say: (line: string) => void,
): Promise<void> {
  const { adminUrl, databaseUrl, sessionSecret: secret } = env;
  if (adminUrl === undefined)
    throw new StartError("DATABASE_ADMIN_URL is missing: migrating changes the database with it");
  await requireAdminAccess(adminUrl);
  await migrate({ adminUrl, databaseUrl, secret, editions }, { say });
  await requireApplicationAccess(databaseUrl);
  if (env.demo) await fillDemo({ ...env, adminUrl }, editions);
}
