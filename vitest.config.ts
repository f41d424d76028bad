import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** graphql ships each module twice and refuses values of the other copy; Node itself takes this one. */
const graphql = createRequire(here("server/package.json")).resolve("graphql");

/** Tests run the sources: no build to wait for, and a stack that shows what was written. */
const alias = [
  { find: /^graphql$/, replacement: graphql },
  { find: /^@toetssteen\/(norms|contract|text)$/, replacement: here("packages/$1/src/index.ts") },
  {
    find: /^@toetssteen\/(norms|contract|text)\/(.+)$/,
    replacement: here("packages/$1/src/$2.ts"),
  },
  { find: /^@toetssteen\/server\/(.+)$/, replacement: here("server/src/$1.ts") },
];

/** Files share what they import: loading the server anew for each of two hundred took half of their time. */
const sharing = { isolate: false };

/** Quick projects first, so that a mistake shows early. From 1: a project at 0 with one worker would come last. */
const inTurn = (groupOrder: number) => ({ sequence: { groupOrder } });

const databaseTests = [
  "server/src/**/*.db.test.ts",
  "test/{tenancy,roles,schema,attack,faults,bench}/**/*.test.ts",
];

export default defineConfig({
  resolve: { alias },
  // Said here because the compiler's own settings leave test files out.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...inTurn(1),
          name: "unit",
          ...sharing,
          // Property tests take long on a machine that is busy with something else.
          testTimeout: 30_000,
          include: [
            "{packages/*,server,web}/{src,test,build}/**/*.test.{ts,tsx}",
            "test/{support,mutants}/**/*.test.ts",
          ],
          exclude: [
            "server/src/**/*.db.test.ts",
            "test/mutants/dozen.test.ts",
            "**/node_modules/**",
          ],
        },
      },
      {
        extends: true,
        test: {
          ...inTurn(2),
          name: "database",
          ...sharing,
          include: databaseTests,
          globalSetup: ["test/support/global-setup.ts"],
          setupFiles: ["test/support/no-driver-warnings.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...inTurn(3),
          name: "browser",
          ...sharing,
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/served.ts"],
          testTimeout: 60_000,
          // As long as everything else in a page is waited for: a second is short on a machine that is busy.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...inTurn(4),
          name: "launch",
          include: ["test/launch/**/*.test.ts"],
          globalSetup: ["test/support/launched-once.ts"],
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          // Last and alone: it runs database tests of its own.
          ...inTurn(5),
          name: "mutants",
          include: ["test/mutants/dozen.test.ts"],
          maxWorkers: 1,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
