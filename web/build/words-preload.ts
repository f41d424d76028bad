import type { Plugin } from "vite";

/** Asks for the words that most people read together with the first script, which else would ask for them when it runs. */
export function wordsPreload(catalogue: string): Plugin {
  return {
    name: "toetssteen-words-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const words = Object.values(bundle ?? {}).find(
          (output) =>
            output.type === "chunk" && output.moduleIds.some((id) => id.endsWith(catalogue)),
        );
        if (words === undefined) throw new Error(`The build has no ${catalogue}`);
        const href = `/${words.fileName}`;
        return [
          {
            tag: "link",
            attrs: { rel: "preload", as: "fetch", href, crossorigin: "" },
            injectTo: "head" as const,
          },
        ];
      },
    },
  };
}
