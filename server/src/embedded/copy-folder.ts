import { chmod, chown, copyFile, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ignoreMissing } from "../installation/files.ts";

export interface Copied {
  files: number;
  bytes: number;
}

interface Choices {
  /** Whether a file or folder goes along, by its path from the top; everything does when left out. */
  take?: (path: string) => boolean;
  /** Who the copy belongs to, when not to us. */
  owner?: { uid: number; gid: number } | undefined;
}

/**
 * Copies a folder that somebody may be writing in, modes included. What goes while it is copied was not to be kept.
 * @returns how much it was
 */
export async function copyFolder(from: string, to: string, choices: Choices = {}): Promise<Copied> {
  const { take = () => true, owner } = choices;
  const copied: Copied = { files: 0, bytes: 0 };
  const copy = async (path: string): Promise<void> => {
    const source = join(from, path);
    const target = join(to, path);
    const found = await stat(source).catch(ignoreMissing);
    if (!found) return;
    if (found.isDirectory()) {
      await mkdir(target, { recursive: true });
      for (const name of (await readdir(source).catch(ignoreMissing)) ?? []) {
        const below = join(path, name);
        if (take(below)) await copy(below);
      }
    } else if (found.isFile()) {
      const there = await copyFile(source, target).then(() => true, ignoreMissing);
      if (!there) return;
      copied.files += 1;
      // It may have grown since we looked.
      copied.bytes += (await stat(target)).size;
    } else return;
    await chmod(target, found.mode & 0o777);
    if (owner) await chown(target, owner.uid, owner.gid);
  };
  await copy("");
  return copied;
}
