import { chmod, chown, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";

/** Reads a file, or undefined when it isn't there. */
export async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(ignoreMissing);
}

/** For a rejection: what is missing becomes undefined, anything else stays an error. */
export function ignoreMissing(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  // ESRCH: a process that ended while its file in /proc was being read.
  if (code !== "ENOENT" && code !== "ESRCH") throw error;
}

/** Replaces a file at once, readable by its owner only. */
export async function writePrivately(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Makes a folder that only the account can enter. */
export async function makePrivateFolder(
  folder: string,
  account: { uid: number; gid: number } | undefined,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
