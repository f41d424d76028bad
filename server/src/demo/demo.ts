import { Readable } from "node:stream";
import type { Env } from "../env.ts";
import { editionsByCode, type LoadedEditions } from "../norms/editions.ts";
import { chooseStorage } from "../storage/choose.ts";
import { objectKey } from "../storage/storage.ts";
import { seedDemoIfEmpty } from "./seed.ts";

/** Makes the demonstration's organisations in an empty database. */
export async function fillDemo(
  env: Env & { readonly adminUrl: string },
  editions: LoadedEditions,
): Promise<void> {
  const storage = await chooseStorage(env);
  try {
    await seedDemoIfEmpty({
      adminUrl: env.adminUrl,
      databaseUrl: env.databaseUrl,
      editions: editionsByCode(editions),
      keep: ({ organisationId, objectId, bytes }) =>
        storage.write(objectKey(organisationId, objectId), Readable.from([bytes]), bytes.length),
    });
  } finally {
    await storage.close();
  }
}
