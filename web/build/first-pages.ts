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

type Kind = "shared" | "near" | "inner";

/**
 * Names the files for what pages have in common: `shared` for what every page needs and at least two first pages have,
 * `near-…` for what one first page has in common with others, `inner` for the rest. By reach and not by how many pages
 * share a module: else what the inner pages share would be loaded at the door.
 */
export function commonFiles(entry: string, firstPages: readonly string[]) {
  let always: ReadonlySet<string> | undefined;
  let pages: readonly ReadonlySet<string>[] = [];
  const look = (graph: Graph) => {
    always = reach(entry, graph);
    pages = [...always]
      .flatMap((module) => graph.getModuleInfo(module)?.dynamicallyImportedIds ?? [])
      .filter((module) => firstPages.includes(routeOf(module) ?? ""))
      .map((module) => reach(module, graph));
    return always;
  };
  const find = (id: string, graph: Graph): [kind: Kind, name: string] => {
    if ((always ?? look(graph)).has(id)) return ["shared", "shared"];
    const [one, another] = pages.flatMap((page, index) => (page.has(id) ? [index] : []));
    if (one === undefined) return ["inner", "inner"];
    return another === undefined ? ["near", `near-${one}`] : ["shared", "shared"];
  };
  return (wanted: Kind) =>
    (id: string, graph: Graph): string | null => {
      // The start itself waits for the words, and nothing may wait for it.
      if (id === entry) return null;
      const [kind, name] = find(id, graph);
      return kind === wanted ? name : null;
    };
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
