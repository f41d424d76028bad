import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";
import { ahead } from "./build/ahead.ts";
import { budgets } from "./build/budgets.ts";
import { documentsApart } from "./build/documents-apart.ts";
import { compressed } from "./build/compressed.ts";
import { fetchParts } from "./build/fetch-parts.ts";
import { classNames } from "./build/class-names.ts";
import { commonFiles } from "./build/first-pages.ts";
import { fontPreload } from "./build/font-preload.ts";
import { knownDocuments } from "./build/known-documents.ts";
import { leanApollo } from "./build/lean-apollo.ts";
import { firstPages } from "./build/limits.ts";
import { printByHash } from "./build/print-by-hash.ts";
import { wordsPreload } from "./build/words-preload.ts";

// The package is CommonJS without a default that Node's ESM loader can see.
const optimizeLocales = createRequire(import.meta.url)("@react-aria/optimize-locales-plugin") as {
  vite(options: { locales: string[] }): Plugin;
};

const firstRoutes = ["/", "/aanmelden", "/o/$organisation/", "/o/$organisation", "__root__"];
const common = commonFiles(here("src/main.tsx"), {
  firstPages: [
    ["__root"],
    ...firstPages.map((page) => (page.startsWith("o/") ? ["o/$organisation/route", page] : [page])),
  ],
  largestPage: "o/$organisation/zelfevaluatie/$norm",
});

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      // Of other pages the loader too (with its documents) comes along only when they are opened. What tells of an error
      // is never apart: it may be that there is no connection to fetch it.
      codeSplittingOptions: {
        splitBehavior: ({ routeId }) =>
          firstRoutes.includes(routeId) ? [["component"]] : [["loader", "component"]],
      },
      quoteStyle: "double",
      semicolons: true,
      disableLogging: true,
    }),
    react(),
    lingui({ macroTransform: true, failOnMissing: true, failOnCompileError: true }),
    { ...optimizeLocales.vite({ locales: ["nl-NL", "en-US"] }), enforce: "pre" },
    documentsApart("/src/gql/graphql.ts"),
    printByHash(),
    leanApollo(),
    fetchParts(),
    fontPreload([/literata-latin-wght-normal/, /atkinson-hyperlegible-next-latin-wght-normal/]),
    wordsPreload("/src/locales/nl.po"),
    knownDocuments("src/gql/persisted-documents.json"),
    ahead("src/gql/persisted-documents.json", "src/locales/nl.po"),
    compressed(),
    budgets("src/locales/nl.po"),
  ],
  // rxjs ships classes under this condition; without it, functions for browsers of before 2015.
  resolve: {
    conditions: ["es2015", "module", "browser", "development|production"],
    // React has had it since 18.
    alias: [
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" },
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: "use-sync-external-store/with-selector",
      },
    ],
  },
  css: { modules: { generateScopedName: classNames() } },
  build: {
    target: "es2023",
    // Inlined assets become data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    // One sheet: a third lighter than the many, and nothing is ever shown before its looks.
    cssCodeSplit: false,
    sourcemap: false,
    rolldownOptions: {
      // What every page needs is one file: it compresses better than many, and changes only when a library does.
      output: {
        // Without names: the first page has a list of all files, and of each letter in it there are hundreds.
        entryFileNames: "assets/[hash:7].js",
        chunkFileNames: "assets/[hash:7].js",
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|@apollo|@wry|optimism|rxjs|tslib|graphql|@lingui|use-sync-external-store)\//,
            },
            { name: common("shared"), test: /\/web\/src\// },
            { name: common("near"), test: /\/web\/src\//, minShareCount: 2 },
            // By measurement: with fewer sharing it, each page gets what a few others need; with more, files become small
            // and many. Where they would be most, they are taken together sooner.
            { name: common("inner"), test: /\/web\/src\//, minShareCount: 6 },
            { name: common("work"), test: /\/web\/src\//, minShareCount: 4 },
            // What few share goes in files by who shares it, small ones with their neighbours: to a telephone a request costs more
            // than some letters.
            {
              name: common("few"),
              test: /\/web\/src\//,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 8_000,
            },
          ],
        },
      },
      // Of the contract the browser uses texts and limits; the schemas (and zod) come along only where they are imported.
      treeshake: { moduleSideEffects: (id) => !id.includes("/packages/contract/") },
    },
  },
  server: { proxy: { "/graphql": api(), "/prints": api(), "/api": api(), "/demo": api() } },
});

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function api() {
  return { target: process.env["API"] ?? "http://127.0.0.1:4000", changeOrigin: false };
}
