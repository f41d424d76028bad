interface Graph {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

/** `o/$organisation/index` for the split component of that route file; null for other modules. */
export function routeOf(module: string | null): string | null {
  const match = /\/src\/routes\/(.+)\.tsx\?.*tsr-split=[\w-]*component/.exec(module ?? "");
  return match?.[1] ?? null;
}

type Kind = "shared" | "near" | "inner" | "work" | "few";

interface Doors {
  /** Routes of where people arrive, each with the frames that only come with it. */
  readonly firstPages: readonly (readonly string[])[];
  /** The route that has most on it. */
  readonly largestPage: string;
}

/**
 * Names the files for what pages have in common: `shared` for what every page needs and at least two first pages have,
 * `near-…` for what one first page has in common with others, `inner` for the rest, and `work` for what of the rest the
 * largest page needs. By reach and not by how many pages share a module: else what the inner pages share would be loaded
 * at the door.
 */
export function commonFiles(entry: string, { firstPages, largestPage }: Doors) {
  let always: ReadonlySet<string> | undefined;
  let pages: readonly ReadonlySet<string>[] = [];
  let largest: ReadonlySet<string> = new Set();
  const look = (graph: Graph) => {
    always = reach(entry, graph);
    const parts = [...always].flatMap(
      (module) => graph.getModuleInfo(module)?.dynamicallyImportedIds ?? [],
    );
    const reachOf = (routes: readonly string[]) =>
      new Set(
        parts
          .filter((module) => routes.includes(routeOf(module) ?? ""))
          .flatMap((module) => [...reach(module, graph)]),
      );
    pages = firstPages.map(reachOf);
    largest = reachOf([largestPage]);
    return always;
  };
  const find = (id: string, graph: Graph): Partial<Record<Kind, string>> => {
    if ((always ?? look(graph)).has(id)) return { shared: "shared" };
    const [one, another] = pages.flatMap((page, index) => (page.has(id) ? [index] : []));
    if (one === undefined)
      return { inner: "inner", few: "few", ...(largest.has(id) && { work: "work" }) };
    return another === undefined ? { near: `near-${one}` } : { shared: "shared" };
  };
  return (wanted: Kind) =>
    (id: string, graph: Graph): string | null =>
      // The start itself waits for the words, and nothing may wait for it.
      id === entry ? null : (find(id, graph)[wanted] ?? null);
}

function reach(start: string, graph: Graph): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(start);
  return found;
}
