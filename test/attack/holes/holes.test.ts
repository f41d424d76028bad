import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holes } from "./holes.ts";

const root = join(import.meta.dirname, "../../..");
const patched = holes.flatMap(({ name, patch }) => (patch ? [{ name, ...patch }] : []));

test.each(patched)("what is taken out for a hole is there: $name", ({ file, from, built }) => {
  const text = readFileSync(join(root, built ?? "server/dist", file), "utf8");
  expect(text.split(from)).toHaveLength(2);
});
