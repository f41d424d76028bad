import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { start } from "./product.ts";

const { folder } = inject("product");

/** Runs `npm test` where one file of tests has this content, and gives its exit code and last line. */
async function npmTest(text: string): Promise<{ code: unknown; lastLine: string | undefined }> {
  const file = join(folder, "packages/contract/src/last-line.test.ts");
  await writeFile(file, `import { expect, test } from "vitest";\n${text}\n`);
  const command = [
    "npm",
    "test",
    "--",
    "--project",
    "unit",
    "packages/contract/src/last-line.test.ts",
  ] as const;
  const run = start(command, folder, {});
  const code = await run.ended;
  await rm(file);
  return { code, lastLine: run.output().trimEnd().split("\n").at(-1) };
}

const good = 'test("good", () => expect(1).toBe(1));';
const bad = 'test("bad", () => expect(1).toBe(2));';

test("the last line counts what passed and what was skipped", async () => {
  expect(await npmTest(`${good} test.skip("later", () => {});`)).toEqual({
    code: 0,
    lastLine: "1 passed, 0 failed, 1 skipped",
  });
});

test.for([
  ["a test fails", `${good} ${bad}`, "1 passed, 1 failed"],
  ["a file doesn't load", 'throw new Error("broken");', "0 passed, 1 failed"],
  [
    "something fails outside the tests",
    `${good} setTimeout(() => { throw new Error("late"); }); test("waits", () => new Promise((done) => setTimeout(done, 200)));`,
    "2 passed, 1 failed",
  ],
] as const)(
  "the last line counts a failure, and so does the exit code, when %s",
  async ([, text, lastLine]) => {
    const ended = await npmTest(text);
    expect(ended.lastLine).toBe(lastLine);
    expect(ended.code).not.toBe(0);
  },
);

test("the last line counts a failure when the product doesn't build", async () => {
  const file = join(folder, "packages/contract/src/broken.ts");
  await writeFile(file, "export const number: number = 'text';\n");
  const run = start(["npm", "test"], folder, {});
  const code = await run.ended;
  await rm(file);
  expect(code).not.toBe(0);
  expect(run.output()).toContain("broken.ts(1,14): error TS2322");
  expect(run.output().trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
});
