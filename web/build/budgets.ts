import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Plugin, Rolldown } from "vite";
import { compressedName } from "./compressed.ts";
import { routeOf } from "./first-pages.ts";
import { limits, pageLimit } from "./limits.ts";

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
  const outputs = Object.values(bundle);
  const chunks = new Map(
    outputs.filter((output) => output.type === "chunk").map((chunk) => [chunk.fileName, chunk]),
  );
  const size = compressedSizes(Object.keys(bundle), dir);
  const total = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + (size.get(file) ?? 0), 0);
  const reach = (starts: readonly Rolldown.OutputChunk[]) => {
    const found = new Set<string>();
    const visit = (chunk: Rolldown.OutputChunk | undefined) => {
      if (!chunk || found.has(chunk.fileName)) return;
      found.add(chunk.fileName);
      for (const file of chunk.imports) visit(chunks.get(file));
    };
    for (const chunk of starts) visit(chunk);
    return found;
  };
  const all = [...chunks.values()];
  const withModule = (end: string) =>
    all.filter((chunk) => chunk.moduleIds.some((id) => id.split("?")[0]?.endsWith(end)));
  const always = [...all.filter((chunk) => chunk.isEntry), ...withModule(catalogue)];
  const base = reach(always);
  const withWords = (files: Set<string>) => {
    const features = [...files]
      .filter((file) => !base.has(file))
      .flatMap((file) => chunks.get(file)?.moduleIds ?? [])
      .flatMap((id) => /\/src\/features\/([^/]+)\//.exec(id)?.[1] ?? []);
    const words = [...new Set(features)].flatMap((feature) =>
      withModule(catalogue.replace("src/", `src/features/${feature}/`)),
    );
    return new Set([...files, ...reach(words)]);
  };
  const parts = new Map(
    all.flatMap((chunk): [string, Rolldown.OutputChunk][] => {
      const route = routeOf(chunk.facadeModuleId);
      return route === null ? [] : [[route, chunk]];
    }),
  );

  const pages = [...parts.keys()].filter((route) => !isLayout(route));
  const firstUse = new Set<string>();
  const rows = pages.map((route): Row => {
    const layouts = [...parts]
      .filter(([name]) => isLayout(name) && covers(name, route))
      .map(([, chunk]) => chunk);
    const files = withWords(
      reach([...always, ...layouts, ...[parts.get(route)].filter((chunk) => chunk !== undefined)]),
    );
    for (const file of files) firstUse.add(file);
    return { name: `page ${route}`, bytes: total(files), limit: pageLimit(route) };
  });
  const later = all
    .filter((chunk) => chunk.isDynamicEntry && !firstUse.has(chunk.fileName))
    .map((chunk): Row => {
      const own = [...reach([chunk])].filter((file) => !base.has(file));
      return { name: `later ${chunk.name}`, bytes: total(own), limit: limits.laterKilobytes };
    });
  const css = outputs
    .filter((output) => output.fileName.endsWith(".css"))
    .map((output) => output.fileName);
  return [...rows, ...later, { name: "all css", bytes: total(css), limit: limits.cssKilobytes }];
}

function compressedSizes(names: readonly string[], dir: string): Map<string, number> {
  const there = names.filter((name) => existsSync(compressedName(path.join(dir, name))));
  return new Map(there.map((name) => [name, statSync(compressedName(path.join(dir, name))).size]));
}

function isLayout(route: string): boolean {
  return route === "__root" || route.endsWith("/route");
}

function covers(layout: string, route: string): boolean {
  return layout === "__root" || route.startsWith(layout.slice(0, -"route".length));
}
