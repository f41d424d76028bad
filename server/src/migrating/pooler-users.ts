import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "../env.ts";
import { identityRole } from "../identity/database.ts";
import { ownRoles } from "./own-roles.ts";
import { ownVerifier } from "./put-roles.ts";
import { withConnection } from "../persistence/query.ts";

/** As whom servers log in; the worker goes straight. */
const throughPooler = ["toetssteen_app", identityRole];

/**
 * Writes the file by which PgBouncer (`auth_file`) lets servers in and logs in for them: names, with what PostgreSQL keeps
 * of their passwords. That opens nothing by itself, so PgBouncer's own user may read it.
 */
export async function writePoolerUsers(
  env: Pick<Env, "adminUrl" | "databaseUrl" | "sessionSecret">,
  file: string,
): Promise<void> {
  const { databaseUrl, adminUrl, sessionSecret: secret } = env;
  const lines = await withConnection({ connectionString: adminUrl }, async (query) =>
    Promise.all(
      ownRoles(secret, databaseUrl)
        .filter(({ name, password }) => throughPooler.includes(name) && password !== undefined)
        .map(async (role) => `"${role.name}" "${await ownVerifier(query, role, secret)}"\n`),
    ),
  );
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, lines.join(""), { mode: 0o644 });
  await rename(`${file}.part`, file);
}
