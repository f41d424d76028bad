import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ours = fileURLToPath(new URL("../src/network/fetch-part.ts", import.meta.url));

/**
 * Every `import()` of the built product goes by `src/network/fetch-part.ts`, with all files that it needs: a browser doesn't ask
 * again for a module that failed once, as long as the page lives, so a module is imported only once its files are here.
 */
export function fetchParts(): Plugin {
  return {
    name: "toetssteen-fetch-parts",
    apply: "build",
    enforce: "pre",
    config: () => ({
      // Vite names no files for a part that is one file.
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (file, files) => (files.length > 0 ? files : [file]),
        },
      },
    }),
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? `export { fetchPart as __vitePreload } from ${JSON.stringify(ours)};`
        : null,
  };
}
