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
      return address.test(source) ? source : null;
    },
    async load(id) {
      const [, file, wanted] = address.exec(id) ?? [];
      if (file === undefined) return null;
      for (const [, name, document] of declarations(await readFile(file, "utf8")))
        if (name === wanted) return `export const ${name} = ${document};`;
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
