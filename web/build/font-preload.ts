import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * Asks for the two typefaces before the style sheet has been read, so that the first
 * paint already has them and no line breaks anew.
 */
export function fontPreload(wanted: readonly RegExp[]): Plugin {
  return {
    name: "toetssteen-font-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }): HtmlTagDescriptor[] {
        const files = Object.keys(bundle ?? {});
        return wanted.map((pattern) => {
          const file = files.find((name) => name.endsWith(".woff2") && pattern.test(name));
          if (file === undefined)
            throw new Error(`No font in the build matches ${String(pattern)}`);
          return {
            tag: "link",
            attrs: {
              rel: "preload",
              as: "font",
              type: "font/woff2",
              href: `/${file}`,
              crossorigin: "",
            },
            injectTo: "head-prepend",
          };
        });
      },
    },
  };
}
