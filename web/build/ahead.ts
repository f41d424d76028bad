/// <reference lib="dom" />
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { minifySync } from "vite";
import type { Plugin, Rolldown } from "vite";
import { aheadPages } from "./asked-ahead.ts";
import { pageFiles } from "./page-files.ts";

/**
 * Of the heaviest pages a small script asks for files and data while the first script is still on its way: else a telephone waits
 * for that one, then for who asks, then for the files, then for the data. What it began, `src/network/ahead.ts` takes over.
 */
export function ahead(manifest: string, catalogue: string): Plugin {
  let made: { fileName: string; source: string } | undefined;
  let root = "";
  return {
    name: "toetssteen-ahead",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        const documents = JSON.parse(
          await readFile(path.join(root, manifest), "utf8"),
        ) as Documents;
        const source = scriptOf(bundle ?? {}, documents, catalogue);
        const hash = createHash("sha256").update(source).digest("base64url").slice(0, 7);
        made = { fileName: `assets/${hash}.js`, source };
        // Behind what knows the language, and before the style sheet, for which scripts wait.
        const [before, after] = html.split(theme);
        if (after === undefined) throw new Error(`index.html has no ${theme}`);
        return `${before}${theme}\n    <script src="/${made.fileName}"></script>${after}`;
      },
    },
    generateBundle: {
      order: "post",
      handler() {
        if (made === undefined) throw new Error("There is no page for the script to stand in.");
        this.emitFile({ type: "asset", ...made });
      },
    },
  };
}

const theme = `<script src="/theme.js"></script>`;

type Documents = Readonly<Record<string, string>>;

function scriptOf(bundle: Rolldown.OutputBundle, documents: Documents, catalogue: string): string {
  const { base, filesOf } = pageFiles(bundle, catalogue);
  const bodies: string[] = [];
  const placeOf = (body: string) =>
    bodies.includes(body) ? bodies.indexOf(body) : bodies.push(body) - 1;
  const pages = aheadPages.map(({ route, parts, address, asks }) => {
    const files = [...filesOf(route, parts)].filter((file) => !base.has(file)).map(shortOf);
    const places = asks.map(([name, variables]) => placeOf(bodyOf(documents, name, variables)));
    return `[${String(address)},${JSON.stringify(files.join(" "))},${JSON.stringify(places)}]`;
  });
  const script = `(${begin.toString()})([${pages.join()}],${JSON.stringify(bodies)})`;
  return minifySync("ahead.js", script).code;
}

const shortOf = (file: string) => path.basename(file, ".js");

/** As the client sends it, letter by letter. */
function bodyOf(documents: Documents, operationName: string, variables: object): string {
  const named = new RegExp(`\\bquery ${operationName}\\b`);
  const known = Object.entries(documents).find(([, text]) => named.test(text));
  if (known === undefined) throw new Error(`There is no document ${operationName}`);
  const sha256Hash = known[0].replace(/^sha256:/, "");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  return JSON.stringify({ operationName, variables, extensions });
}

/** Runs in the page, by itself: it may use nothing of here. */
function begin(
  pages: readonly [address: RegExp, files: string, asks: readonly number[]][],
  bodies: readonly string[],
): void {
  for (const [page, files, asks] of pages) {
    const found = page.exec(location.pathname)?.groups;
    if (found === undefined) continue;
    found["l"] = document.documentElement.lang === "en" ? "EN" : "NL";
    const answers: Record<string, Promise<Response>> = {};
    const begun: Record<string, Promise<Response>> = {};
    const start = (address: string, options?: RequestInit) => {
      const asked = fetch(address, options);
      asked.catch(() => undefined);
      return asked;
    };
    for (const ask of asks) {
      const body = (bodies[ask] ?? "").replaceAll(/\$(.)/g, (_, name: string) => found[name] ?? "");
      const headers = {
        accept: "application/graphql-response+json",
        "content-type": "application/json",
        "x-hat": `organisation:${found["o"]}`,
      };
      const signal = AbortSignal.timeout(20_000);
      answers[body] = start("/graphql", { method: "POST", headers, body, signal });
    }
    for (const name of files.split(" ")) {
      const file = `assets/${name}.js`;
      begun[file] = start(`/${file}`);
    }
    Object.assign(globalThis, { ahead: { answers, files: begun } });
  }
}
