import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const source = path.join(import.meta.dirname, "..");

/** Every file of ours that a file loads, itself included. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(source, file), "utf8");
  const imports = /^(?:import|export)(?! type)[^;]*?from "(\.[^"]+)"|import\("(\.[^"]+)"\)/gms;
  for (const [, fixed, dynamic] of text.matchAll(imports)) {
    loaded(path.join(path.dirname(file), fixed ?? dynamic ?? ""), seen);
  }
  return seen;
}

test("nothing that a request enters through can connect as the worker", () => {
  const reached = loaded("entrance/app.ts");
  expect(reached).toContain("jobs/enqueue.ts");
  expect(
    [...reached].filter((file) => /^(jobs\/(database|migration)|worker\/.*)\.ts$/.test(file)),
  ).toEqual([]);
});

test("the search finds what loads it", () => {
  expect(loaded("worker.ts")).toContain("jobs/database.ts");
  expect(loaded("main.ts")).toContain("worker/works.ts");
});
