import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Whether two folders hold the same files with the same bytes; two that aren't there are alike too. */
export async function foldersAlike(one: string, other: string): Promise<boolean> {
  return (await printOf(one)) === (await printOf(other));
}

async function printOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const lines = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const digest = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    return `${relative(folder, path)} ${digest}`;
  });
  return (await Promise.all(lines)).toSorted().join("\n");
}
