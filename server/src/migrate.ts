import { completeEnv, readEnv } from "./env.ts";
import { describeError } from "./log/described-error.ts";
import { loadEditions } from "./norms/edition-files.ts";
import { makeReady } from "./make-ready.ts";
import { writePoolerUsers } from "./migrating/pooler-users.ts";
import { StartError } from "./start-error.ts";

/** The step before servers and workers of a version start, and the only one that may change the database. */
async function run(): Promise<void> {
  const settings = readEnv(process.env);
  if (settings.database === "embedded")
    throw new StartError(
      "DATABASE_URL is missing: the embedded database is migrated by npm start, each time",
    );
  const env = completeEnv(settings, settings.database, settings.sessionSecret ?? "");
  await makeReady(env, await loadEditions(settings.dataDir), console.log);
  if (env.poolerUsers !== undefined) await writePoolerUsers(env, env.poolerUsers);
  console.log("The database is ready.");
}

await run().catch((error: unknown) => {
  if (error instanceof StartError) console.error(`Toetssteen can't migrate: ${error.message}.`);
  else console.error(describeError(error));
  process.exitCode = 1;
});
