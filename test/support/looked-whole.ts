import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isInTenth, isWhole } from "./tenth.ts";

const root = join(import.meta.dirname, "../..");
const file = join(import.meta.dirname, "looked-whole.json");

/** What a browser gets, whose files are named by what is in them, and how it is looked at. */
function digestOfPages(): string {
  const hash = createHash("sha256").update(readdirSync(join(root, "web/dist/assets")).join());
  const looks = ["../e2e", "."].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(import.meta.dirname, folder, name)),
  );
  // What a page may load is said by the server.
  for (const path of [...looks.toSorted(), join(root, "server/src/entrance/app.ts")])
    hash.update(readFileSync(path));
  return hash.digest("base64url").slice(0, 16);
}

let known: boolean | undefined;

/** Whether every state of every page was looked at as it is now. */
function wasLookedAtWhole(): boolean {
  if (known === undefined) {
    const { pages } = JSON.parse(readFileSync(file, "utf8")) as { pages: string };
    known = pages === digestOfPages();
  }
  return known;
}

/** Whether a state of a page is looked at today: always where something changed since all were, and else one day in ten. */
export function isLookedAt(name: string): boolean {
  return isWhole || !wasLookedAtWhole() || isInTenth(name);
}

/** To be called after the browser tests: keeps what all of them looked at whole. */
export function keepLooked({ vitest, name }: TestProject): void {
  if (!isWhole && wasLookedAtWhole()) return;
  const modules = vitest.state.getTestModules().filter(({ project }) => project.name === name);
  const files = readdirSync(join(root, "test/e2e")).filter((one) => one.endsWith(".test.ts"));
  const areAll = modules.length === files.length;
  if (
    areAll &&
    modules.every((one) => one.ok() && [...one.children.allTests("skipped")].length === 0)
  )
    writeFileSync(file, `${JSON.stringify({ pages: digestOfPages() }, null, 2)}\n`);
}
