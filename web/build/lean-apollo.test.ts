import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unserved } from "./lean-apollo.ts";

test("no document asks for what is left out of Apollo Client", () => {
  const root = `${import.meta.dirname}/../src`;
  const documents = globSync("**/*.graphql", { cwd: root });
  expect(documents.length).toBeGreaterThan(10);
  const asking = documents.filter((file) =>
    unserved.some((directive) => readFileSync(`${root}/${file}`, "utf8").includes(`@${directive}`)),
  );
  expect(asking).toEqual([]);
});

test("nothing is done with Apollo Client that is left out too", () => {
  const root = `${import.meta.dirname}/../src`;
  const sources = globSync("**/*.{ts,tsx}", { cwd: root, exclude: ["gql/**"] });
  expect(sources).toContain("network/apollo.ts");
  const using = sources.filter((file) =>
    /dataMasking|\bscalars\b|watchFragment|\buseFragment\b|useGETForQueries/.test(
      readFileSync(`${root}/${file}`, "utf8"),
    ),
  );
  expect(using).toEqual([]);
});
