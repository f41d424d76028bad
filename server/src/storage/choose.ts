import path from "node:path";
import type { Env } from "../env.ts";
import { createLocalStorage } from "./local.ts";
import type { Storage } from "./storage.ts";

/** The object store of the settings, else a folder of `DATA_DIR`. The library for S3 is loaded only where it is used. */
export async function chooseStorage({
  s3,
  dataDir,
}: Pick<Env, "dataDir"> & Partial<Pick<Env, "s3">>): Promise<Storage> {
  if (!s3) return createLocalStorage(path.join(dataDir, "files"));
  const { createS3Storage } = await import("./s3.ts");
  return createS3Storage(s3);
}
