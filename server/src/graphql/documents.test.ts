import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { loadDocuments } from "./documents.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const listOf = (...texts: string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [`sha256:${hashOf(text)}`, text])));

/** A build's list, and where those of earlier builds stay. */
async function build(text: string) {
  const folder = await makeTemporaryFolder();
  const manifest = path.join(folder, "manifest.json");
  await writeFile(manifest, listOf(text));
  return { manifest, archive: path.join(folder, "documents") };
}

async function load({ manifest, archive }: Awaited<ReturnType<typeof build>>) {
  const warnings: string[] = [];
  const documents = await loadDocuments(manifest, archive, "known", (_, said) =>
    warnings.push(said),
  );
  const answers = (text: string) => documents.textOrThrow({ hash: hashOf(text) });
  return { warnings, answers };
}

test("documents of this build and of the one before are answered", async () => {
  const place = await build("{ first }");
  await load(place);
  await writeFile(place.manifest, listOf("{ second }"));
  const { answers, warnings } = await load(place);
  expect([answers("{ first }"), answers("{ second }"), warnings]).toEqual([
    "{ first }",
    "{ second }",
    [],
  ]);
  expect(() => answers("{ third }")).toThrow(expect.objectContaining({ name: "GraphQLError" }));
});

test("a list that broke off while a disk was full keeps nobody from starting", async () => {
  const place = await build("{ first }");
  await mkdir(place.archive);
  await writeFile(path.join(place.archive, "half.json"), listOf("{ old }").slice(0, 20));
  const { answers, warnings } = await load(place);
  expect(answers("{ first }")).toBe("{ first }");
  expect(warnings).toHaveLength(1);
  expect(await readdir(place.archive)).toHaveLength(2);
});

test("where nothing can be kept, this build's documents are answered all the same", async () => {
  const place = await build("{ first }");
  await writeFile(place.archive, "a file where the folder would be");
  const { answers, warnings } = await load(place);
  expect(answers("{ first }")).toBe("{ first }");
  expect(warnings).toHaveLength(1);
});
