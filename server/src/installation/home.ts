import { randomUUID } from "node:crypto";
import { realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readText } from "./files.ts";

/** Beside the embedded database; a backup leaves it out, so that what is put back knows that it was. */
export const homeFile = "home";

/**
 * Where the data folder of an embedded database lives, made at its first start. A folder that was copied or moved keeps
 * the file of where it came from, and is told another home.
 */
export async function homeOf(dataDir: string): Promise<string> {
  const path = await realpath(dataDir);
  const file = join(dataDir, homeFile);
  const [name = "", of] = ((await readText(file)) ?? "").trimEnd().split(" of ", 2);
  if (of === path) return name;
  const made = randomUUID();
  await writeFile(file, `${made} of ${path}\n`, { mode: 0o600 });
  return made;
}
