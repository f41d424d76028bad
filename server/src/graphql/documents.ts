import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../refusal.ts";

/** Documents the server answers to: those of this build and of earlier ones, or any. */
export interface Documents {
  /** @throws {Refusal} UNKNOWN_DOCUMENT */
  textOrThrow(request: { hash?: string | undefined; query?: string | undefined }): string;
}

/**
 * @param manifest path of this build's list (hash → document); missing while the web has not been built
 * @param archive folder where the lists of earlier builds stay, so that a tab that was open over a release still works
 */
export async function loadDocuments(
  manifest: string,
  archive: string,
  accept: "known" | "any",
): Promise<Documents> {
  const current = await readFile(manifest, "utf8").catch(() => "{}");
  await mkdir(archive, { recursive: true });
  await writeFile(path.join(archive, `${digest(current).slice(0, 16)}.json`), current);
  const known = new Map<string, string>();
  for (const name of await readdir(archive)) {
    const list: Record<string, string> = JSON.parse(
      await readFile(path.join(archive, name), "utf8"),
    );
    for (const [key, text] of Object.entries(list)) known.set(key.replace(/^sha256:/, ""), text);
  }
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

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
