import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../refusal.ts";

/** Documents the server answers to: those of this build and of earlier ones, or any. */
export interface Documents {
  /** @throws {Refusal} UNKNOWN_DOCUMENT */
  textOrThrow(request: { hash?: string | undefined; query?: string | undefined }): string;
}

/**
 * @param manifest path of this build's list (hash → document); missing while the web has not been built
 * @param archive folder where the lists of earlier builds stay, so that a tab that was open over a release still works;
 *   a disk that is full, or a list that isn't whole, costs those tabs a reload, and nobody else anything
 * @param warn hears what of the archive couldn't be kept or read
 */
export async function loadDocuments(
  manifest: string,
  archive: string,
  accept: "known" | "any",
  warn: (error: unknown, message: string) => void,
): Promise<Documents> {
  const current = await readFile(manifest, "utf8").catch(() => "{}");
  await keepList(archive, current).catch((error: unknown) =>
    warn(error, "this build's documents were not kept for pages that stay open over the next"),
  );
  const known = new Map<string, string>();
  const add = (list: string) => {
    for (const [key, text] of Object.entries(JSON.parse(list) as Record<string, string>))
      known.set(key.replace(/^sha256:/, ""), text);
  };
  for (const name of await readdir(archive).catch(() => []))
    if (name.endsWith(".json"))
      await readFile(path.join(archive, name), "utf8")
        .then(add)
        .catch((error: unknown) => warn(error, "a list of an earlier build's documents is no use"));
  add(current);
  return {
    textOrThrow({ hash, query }) {
      const text = hash === undefined ? query : known.get(hash);
      if (text === undefined) throw new Refusal("UNKNOWN_DOCUMENT");
      if (hash === undefined && accept === "known" && !known.has(digest(text)))
        throw new Refusal("UNKNOWN_DOCUMENT");
      return text;
    },
  };
}

/** Whole or not at all. */
async function keepList(archive: string, list: string): Promise<void> {
  await mkdir(archive, { recursive: true });
  const kept = path.join(archive, `${digest(list).slice(0, 16)}.json`);
  const draft = `${kept}.${process.pid}`;
  try {
    await writeFile(draft, list);
    await rename(draft, kept);
  } finally {
    await rm(draft, { force: true });
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
