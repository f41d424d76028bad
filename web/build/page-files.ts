import path from "node:path";
import type { Rolldown } from "vite";
import { routeOf } from "./first-pages.ts";

export interface PageFiles {
  readonly chunks: ReadonlyMap<string, Rolldown.OutputChunk>;
  /** Names of what every page needs. */
  readonly base: ReadonlySet<string>;
  /** Paths below src/routes of the pages. */
  readonly pages: readonly string[];
  /**
   * Names of the scripts that a page needs when it is the first one that somebody opens.
   * @param parts ends of the modules of parts that it shows by itself
   */
  readonly filesOf: (route: string, parts?: readonly string[]) => Set<string>;
  /** A file with all that it imports. */
  readonly reach: (starts: readonly Rolldown.OutputChunk[]) => Set<string>;
}

/**
 * Which scripts of a build belong to which page.
 * @param catalogue that every page needs besides its own code; of features that have their own, it is named alike
 */
export function pageFiles(bundle: Rolldown.OutputBundle, catalogue: string): PageFiles {
  const all = Object.values(bundle).filter((output) => output.type === "chunk");
  const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
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
  const withModule = (end: string) =>
    all.filter(({ facadeModuleId, moduleIds }) =>
      [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(end)),
    );
  const withFacade = (end: string) => {
    const found = all.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(end));
    if (found.length === 0) throw new Error(`There is no part ${end}`);
    return found;
  };
  const always = [...all.filter((chunk) => chunk.isEntry), ...withModule(catalogue)];
  const base = reach(always);
  const withWords = (route: string, files: Set<string>) => {
    const together = withModule(`/src/i18n/${path.basename(route).slice(1)}-words.nl.ts`);
    if (together.length > 0) return new Set([...files, ...reach(together)]);
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
  const filesOf = (route: string, shown: readonly string[] = []) => {
    const layouts = [...parts]
      .filter(([name]) => isLayout(name) && covers(name, route))
      .map(([, chunk]) => chunk);
    const own = parts.get(route);
    if (own === undefined) throw new Error(`There is no page ${route}`);
    return withWords(route, reach([...always, ...layouts, own, ...shown.flatMap(withFacade)]));
  };
  return {
    chunks,
    base,
    pages: [...parts.keys()].filter((route) => !isLayout(route)),
    filesOf,
    reach,
  };
}

function isLayout(route: string): boolean {
  return route === "__root" || route.endsWith("/route");
}

function covers(layout: string, route: string): boolean {
  return layout === "__root" || route.startsWith(layout.slice(0, -"route".length));
}
