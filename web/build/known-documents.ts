import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

/** Puts the list of documents this build may send beside it: the server refuses every other one. */
export function knownDocuments(manifest: string): Plugin {
  let root = "";
  return {
    name: "toetssteen-known-documents",
    apply: "build",
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      const source = await readFile(path.join(root, manifest), "utf8");
      this.emitFile({ type: "asset", fileName: "persisted-documents.json", source });
    },
  };
}
