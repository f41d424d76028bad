/** Runs the tests and counts them; the last line is for people and for machines: `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./processes.mjs";
import { environment, pinnedNode, root } from "./stages.mjs";

/**
 * @param {string[]} choices for vitest: files, `--project unit` …
 * @returns {Promise<number>} exit code
 */
export async function runTests(choices) {
  const folder = mkdtempSync(join(tmpdir(), "toetssteen-run-"));
  const report = join(folder, "report.json");
  // At the exit, which also ends a run that is stopped.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const parameters = [vitest, "run", ...reporters, ...choices];
  const code = await run(pinnedNode().node, parameters, {
    cwd: root,
    env: { ...environment(), NODE_ENV: "test" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return conclude(readReport(report), code);
}

/**
 * Prints the last line.
 * @param {{ passed: number, failed: number, skipped: number }} count
 * @param {number} code what the runner said; a failure that is no test's own (a file that doesn't load, an error
 *   outside the tests, no test at all) counts as one
 */
export function conclude(count, code) {
  const failed = count.failed === 0 && (code !== 0 || count.passed === 0) ? 1 : count.failed;
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
  console.log(`${count.passed} passed, ${failed} failed${skipped}`);
  return failed > 0 ? code || 1 : 0;
}

/** @param {string} file */
function readReport(file) {
  try {
    return countTests(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
export function countTests(report) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const before = count.failed;
    for (const { status } of file.assertionResults) {
      count[status === "passed" || status === "failed" ? status : "skipped"] += 1;
    }
    // The file itself failed: it didn't load, or a hook around its tests threw.
    if (file.status === "failed" && count.failed === before) count.failed += 1;
  }
  return count;
}
