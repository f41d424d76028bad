import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
} from "@toetssteen/server/persistence/embedded";

/** A cluster that is gone after `stop`, with its folder. */
export async function openTemporaryCluster(): Promise<EmbeddedPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "toetssteen-test-"));
  // PostgreSQL's own user must get in when the tests run as root.
  await chmod(dataDir, 0o755);
  const opened = await openEmbeddedPostgres({ dataDir, durable: false }).catch(
    async (error: unknown) => {
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    },
  );
  return {
    ...opened,
    stop: async () => {
      await opened.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
