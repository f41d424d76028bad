import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs")).flatMap((name) =>
    name.endsWith(".md") ? [`docs/${name}`] : [],
  ),
];

/** Everything in the repository; a page may leave out the folders that its text speaks of. */
const files = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
}).split("\0");

function isThere(path: string): boolean {
  return files.some((file) => file === path || file.endsWith(`/${path}`));
}

function pathsIn(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  const named = [...text.matchAll(/`([\w.$/-]+)`/g)].map(([, path = ""]) => path);
  return named.filter(
    (path) => /\.(ts|tsx|mjs|md|graphql|json|po|yaml)$/.test(path) && /[a-z]/.test(path[0] ?? ""),
  );
}

describe.each(pages)("%s", (page) => {
  test("names only files that are there", () => {
    expect(pathsIn(page).filter((path) => !isThere(path))).toEqual([]);
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
