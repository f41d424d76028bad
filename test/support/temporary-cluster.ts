import { rm } from "node:fs/promises";
import { type EmbeddedPostgres, openEmbeddedPostgres } from "@toetssteen/server/embedded/embedded";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** A cluster that is gone after `stop`, with its folder. */
export async function openTemporaryCluster(): Promise<EmbeddedPostgres> {
  const dataDir = await makeTemporaryFolder();
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const opened = await openEmbeddedPostgres({ dataDir, durable: false });
    return { ...opened, stop: () => opened.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
