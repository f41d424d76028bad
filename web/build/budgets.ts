import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { routeOf } from "./first-pages.ts";

interface Budgets {
  /** Routes (path below src/routes without extension) that must be light: where people arrive. */
  readonly firstPages: readonly string[];
  readonly firstPageKilobytes: number;
  readonly pageKilobytes: number;
  /** What loads on first use inside a page, beyond the page itself. */
  readonly laterKilobytes: number;
  /** All style sheets together. */
  readonly cssKilobytes: number;
  /** The catalogue that every page needs besides its own code; of features that have their own, it is named alike. */
  readonly catalogue: string;
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

/** Fails the build when a page costs more kilobytes (1000 bytes, brotli) than agreed. */
export function budgets(limits: Budgets): Plugin {
  return {
    name: "toetssteen-budgets",
    apply: "build",
    enforce: "post",
    writeBundle(_options, bundle) {
      const rows = measure(bundle, limits);
      const over = rows.filter((row) => row.bytes > row.limit * 1000);
      const table = rows.map(
        (row) =>
          `  ${row.name.padEnd(44)} ${(row.bytes / 1000).toFixed(1).padStart(6)} of ${row.limit} kB`,
      );
      this.info(`brotli sizes\n${table.join("\n")}`);
      if (over.length > 0) this.error(`over budget: ${over.map((row) => row.name).join(", ")}`);
    },
  };
}

function measure(bundle: Rolldown.OutputBundle, limits: Budgets): Row[] {
  const outputs = Object.values(bundle);
  const chunks = new Map(
    outputs.filter((output) => output.type === "chunk").map((chunk) => [chunk.fileName, chunk]),
  );
  const size = brotliSizes(outputs);
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
  const always = [...all.filter((chunk) => chunk.isEntry), ...withModule(limits.catalogue)];
  const base = reach(always);
  const withWords = (files: Set<string>) => {
    const features = [...files]
      .filter((file) => !base.has(file))
      .flatMap((file) => chunks.get(file)?.moduleIds ?? [])
      .flatMap((id) => /\/src\/features\/([^/]+)\//.exec(id)?.[1] ?? []);
    const words = [...new Set(features)].flatMap((feature) =>
      withModule(limits.catalogue.replace("src/", `src/features/${feature}/`)),
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
    const limit = limits.firstPages.includes(route)
      ? limits.firstPageKilobytes
      : limits.pageKilobytes;
    return { name: `page ${route}`, bytes: total(files), limit };
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

function brotliSizes(
  outputs: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): Map<string, number> {
  const compressible = outputs.filter((output) => /\.(js|css)$/.test(output.fileName));
  return new Map(
    compressible.map((output) => {
      const source = Buffer.from(output.type === "chunk" ? output.code : output.source);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      return [output.fileName, brotliCompressSync(source, { params }).byteLength];
    }),
  );
}

function isLayout(route: string): boolean {
  return route === "__root" || route.endsWith("/route");
}

function covers(layout: string, route: string): boolean {
  return layout === "__root" || route.startsWith(layout.slice(0, -"route".length));
}
