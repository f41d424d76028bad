import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("a dozen things taken out of the database, others every day, are each noticed by a test", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--some", "12"], {
    cwd: join(import.meta.dirname, "../.."),
    // The channel ends it when the tests are killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  onTestFinished(() => void child.kill());
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = await once(child, "close");
  // What it said has the seed, with which `pnpm mutate --some 12 --seed …` does the same again.
  expect(code, said).toBe(0);
  expect(said.trimEnd().split("\n").at(-1), said).toBe("12 mutants, 12 killed, 0 survived");
});
