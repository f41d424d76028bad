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

/**
 * Names the file of what the pages have in common where people arrive. By reach and not by how many pages share a
 * module: else what the inner pages share would be loaded at the door.
 */
export function sharedByFirstPages(entry: string, firstPages: readonly string[]) {
  let reached: ReadonlySet<string> | undefined;
  return (id: string, graph: Graph): string | null => {
    reached ??= reach(entry, firstPages, graph);
    return reached.has(id) ? "shared" : null;
  };
}

function reach(entry: string, firstPages: readonly string[], graph: Graph): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    const pages = dynamicallyImportedIds.filter((page) =>
      firstPages.includes(routeOf(page) ?? "none"),
    );
    for (const next of [...importedIds, ...pages]) visit(next);
  };
  visit(entry);
  return found;
}
