import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs")).flatMap((name) =>
    name.endsWith(".md") ? [`docs/${name}`] : [],
  ),
];

/** Where a page may let its paths begin: the root, or the folder that its text speaks of. */
const roots = [
  "",
  "server/src",
  "web/src",
  "server/src/library-profile",
  "web/src/features/self-evaluation",
];

function pathsIn(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  const named = [...text.matchAll(/`([\w.$/-]+)`/g)].map(([, path = ""]) => path);
  return named.filter(
    (path) => /\.(ts|tsx|mjs|md|graphql|json|po|yaml)$/.test(path) && /[a-z]/.test(path[0] ?? ""),
  );
}

describe.each(pages)("%s", (page) => {
  test("names only files that are there", () => {
    const gone = pathsIn(page).filter(
      (path) => !roots.some((from) => existsSync(join(root, from, path))),
    );
    expect(gone).toEqual([]);
  });
});

describe("the page on security", () => {
  const rows = readFileSync(join(root, "docs/security.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| (?!threat|---)/.test(line));
  const shown = rows.map(
    (row) => [row.split("|")[1]?.trim() ?? "", row.split("|")[3] ?? ""] as const,
  );

  test("has rows, each with a test", () => {
    expect(shown.length).toBeGreaterThan(20);
  });

  test.each(shown)("names tests that are there against: %s", (_threat, proof) => {
    const named = [...proof.matchAll(/`([^`]+\.test\.ts)` "([^"]+)"/g)];
    expect(named).not.toEqual([]);
    for (const [, file = "", title = ""] of named) {
      expect(readFileSync(join(root, file), "utf8"), file).toContain(`"${title}"`);
    }
  });
});
