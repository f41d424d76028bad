import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

/**
 * The generator writes all documents in one module, and a module lies in one file of the build: every page would carry
 * the documents of all others. Here each document is a module of its own, which goes where it is used.
 */
export function documentsApart(generated: string): Plugin {
  const address = /^(.+)\?document=(\w+)$/;
  return {
    name: "toetssteen-documents-apart",
    apply: "build",
    enforce: "pre",
    resolveId(source) {
      return address.test(source) || source === nodes ? source : null;
    },
    async load(id) {
      if (id === nodes) return nodeFunctions;
      const [, file, wanted] = address.exec(id) ?? [];
      if (file === undefined) return null;
      for (const [, name = "", document = ""] of declarations(await readFile(file, "utf8")))
        if (name === wanted) return moduleOf(name, JSON.parse(document) as Json);
      throw new Error(`${file} has no document ${wanted}`);
    },
    transform(source, id) {
      const folder = path.dirname(id.split("?")[0] ?? id);
      const code = source.replaceAll(imports, (whole, names: string, from: string) => {
        const file = path.join(folder, from);
        if (!file.endsWith(generated)) return whole;
        return documentsIn(names)
          .map((name) => `import { ${name} } from ${JSON.stringify(`${file}?document=${name}`)};`)
          .join(" ");
      });
      return code === source ? null : { code, map: null };
    },
  };
}

/** Of values; types are imported apart and are gone from the build. */
const imports = /^import \{([^}]*)\} from ["'](\.[^"']+)["'];/gm;

function documentsIn(names: string): string[] {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

/** Name and JSON of each document; everything else in the module is types. */
function declarations(source: string) {
  return source.matchAll(/^export const (\w+) = (\{.*\}) as unknown as DocumentNode<.*>;$/gm);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const nodes = "virtual:document-nodes";

/** A field is written some two thousand times, and always in the same 60 characters. */
const nodeFunctions = `
export const name = (value) => ({ kind: "Name", value });
export const select = (selections) => ({ kind: "SelectionSet", selections });
export const field = (value, selections) =>
  selections
    ? { kind: "Field", name: name(value), selectionSet: select(selections) }
    : { kind: "Field", name: name(value) };`;

function moduleOf(name: string, document: Json): string {
  return `import { field, name, select } from "${nodes}";\nexport const ${name} = ${written(document)};`;
}

/** A document as code: what every document repeats is a call. */
function written(node: Json): string {
  if (Array.isArray(node)) return `[${node.map(written).join(",")}]`;
  if (node === null || typeof node !== "object") return JSON.stringify(node);
  const { kind, ...rest } = node as { readonly [name: string]: Json };
  const keys = Object.keys(rest).join();
  if (kind === "Name") return `name(${written(rest["value"] ?? null)})`;
  if (kind === "SelectionSet") return `select(${written(rest["selections"] ?? null)})`;
  if (kind === "Field" && (keys === "name" || keys === "name,selectionSet")) {
    const { name, selectionSet } = rest as {
      name: { value: Json };
      selectionSet?: { selections: Json };
    };
    return selectionSet === undefined
      ? `field(${written(name.value)})`
      : `field(${written(name.value)},${written(selectionSet.selections)})`;
  }
  return `{${Object.entries(node)
    .map(([key, value]) => `${JSON.stringify(key)}:${written(value)}`)
    .join(",")}}`;
}
