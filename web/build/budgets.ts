import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Plugin, Rolldown } from "vite";
import { compressedName } from "./compressed.ts";
import { limits, pageLimit } from "./limits.ts";
import { pageFiles } from "./page-files.ts";

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

/**
 * Fails the build when a page costs more than agreed, compressed as it is served.
 * @param catalogue that every page needs besides its own code; of features that have their own, it is named alike
 */
export function budgets(catalogue: string): Plugin {
  return {
    name: "toetssteen-budgets",
    apply: "build",
    enforce: "post",
    writeBundle: {
      sequential: true,
      handler({ dir = "" }, bundle) {
        const rows = measure(bundle, dir, catalogue);
        const over = rows.filter((row) => row.bytes > row.limit * 1000);
        const table = rows.map(
          (row) =>
            `  ${row.name.padEnd(44)} ${(row.bytes / 1000).toFixed(1).padStart(6)} of ${row.limit} kB`,
        );
        this.info(`brotli sizes\n${table.join("\n")}`);
        if (over.length > 0) this.error(`over budget: ${over.map((row) => row.name).join(", ")}`);
      },
    },
  };
}

function measure(bundle: Rolldown.OutputBundle, dir: string, catalogue: string): Row[] {
  const size = compressedSizes(Object.keys(bundle), dir);
  const total = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + (size.get(file) ?? 0), 0);
  const { chunks, base, pages, filesOf, reach } = pageFiles(bundle, catalogue);
  const assets = Object.values(bundle).filter((output) => output.type === "asset");
  const named = (ending: string) =>
    assets.map(({ fileName }) => fileName).filter((name) => name.endsWith(ending));
  // What asks ahead stands in every page.
  const ahead = named(".js");
  const firstUse = new Set<string>();
  const rows = pages.map((route): Row => {
    const files = filesOf(route);
    for (const file of files) firstUse.add(file);
    return { name: `page ${route}`, bytes: total([...files, ...ahead]), limit: pageLimit(route) };
  });
  const later = [...chunks.values()]
    .filter((chunk) => chunk.isDynamicEntry && !firstUse.has(chunk.fileName))
    .map((chunk): Row => {
      const own = [...reach([chunk])].filter((file) => !base.has(file));
      return { name: `later ${chunk.name}`, bytes: total(own), limit: limits.laterKilobytes };
    });
  const css = total(named(".css"));
  return [...rows, ...later, { name: "all css", bytes: css, limit: limits.cssKilobytes }];
}

function compressedSizes(names: readonly string[], dir: string): Map<string, number> {
  const there = names.filter((name) => existsSync(compressedName(path.join(dir, name))));
  return new Map(there.map((name) => [name, statSync(compressedName(path.join(dir, name))).size]));
}
