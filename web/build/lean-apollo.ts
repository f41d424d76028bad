import type { Plugin } from "vite";

/** What Apollo Client does for every operation and our documents never ask for, each by what it comes down to then. */
const stands: Readonly<Record<string, string>> = {
  "utilities/internal/removeDirectivesFromDocument.js":
    "export const removeDirectivesFromDocument = (directives, document) => document;",
  "utilities/internal/coerceScalarFieldsToParsed.js":
    "export const coerceScalarFieldsToParsed = (result) => result;",
  "utilities/internal/equalByQuery.js":
    'import { equal } from "@wry/equality";\nexport const equalByQuery = (query, one, other) => equal(one, other);',
  "utilities/internal/isDeferredFragment.js": "export const isDeferredFragment = () => false;",
  "utilities/internal/isStreamField.js": "export const isStreamField = () => false;",
  "utilities/internal/combineLatestBatched.js": unused("combineLatestBatched"),
  "utilities/internal/mapObservableFragment.js": unused("mapObservableFragmentMemoized"),
  "link/http/rewriteURIForGET.js": unused("rewriteURIForGET"),
  "masking/maskOperation.js": "export const maskOperation = (data) => data;",
  "masking/maskFragment.js": "export const maskFragment = (data) => data;",
};

function unused(name: string): string {
  return `export const ${name} = () => { throw new Error("left out: see build/lean-apollo.ts"); };`;
}

/** Directives that these would serve; `lean-apollo.test.ts` looks that no document has one. */
export const unserved = ["client", "connection", "nonreactive", "unmask", "defer", "stream"];

/** Leaves out of Apollo Client what no document of ours uses: three kilobytes on every page, and its work at every answer. */
export function leanApollo(): Plugin {
  return {
    name: "toetssteen-lean-apollo",
    apply: "build",
    enforce: "pre",
    load(id) {
      // Says in an error what a broken document holds; ours are made by the build.
      if (id.endsWith("/graphql/jsutils/inspect.mjs")) return "export const inspect = String;";
      const path = /\/@apollo\/client\/(.+\.js)$/.exec(id)?.[1];
      return (path !== undefined && stands[path]) || null;
    },
    // No answer of ours comes in parts; what reads them goes with its only use.
    transform(code, id) {
      if (!id.endsWith("/@apollo/client/link/http/BaseHttpLink.js")) return null;
      const use = "return readMultipartBody(response, observerNext);";
      if (!code.includes(use)) this.error("Apollo Client reads answers in parts in another way");
      return { code: code.replace(use, "throw new TypeError(ctype);"), map: null };
    },
    buildEnd() {
      const met = [...this.getModuleIds()].join("\n");
      const gone = Object.keys(stands).filter((path) => !met.includes(`/@apollo/client/${path}`));
      if (gone.length > 0) this.error(`Apollo Client no longer has ${gone.join(", ")}`);
    },
  };
}
