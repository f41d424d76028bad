import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every field for a day is the one that reads days as people write them", () => {
  const root = `${import.meta.dirname}/..`;
  const sources = globSync("**/*.tsx", { cwd: root });
  expect(sources).toContain("ui/DateField.tsx");
  const own = sources.filter((file) =>
    /type="(date|datetime-local|month|week)"/.test(readFileSync(`${root}/${file}`, "utf8")),
  );
  expect(own).toEqual(["ui/DateField.tsx"]);
});
