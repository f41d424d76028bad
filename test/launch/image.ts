import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { machineEnvironment } from "./product.ts";

const run = promisify(execFile);

type Instruction = readonly [word: string, text: string];

/** One `FROM` of a Dockerfile with what follows it. */
export interface Stage {
  readonly from: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** What a container begins with. */
export interface Image {
  /** Stands for `/app`. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

export async function readStages(dockerfile: string): Promise<Stage[]> {
  const text = await readFile(dockerfile, "utf8");
  const lines = text
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n");
  const stages: { from: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const [from = "", name = "image"] = rest.split(/\s+AS\s+/i);
      stages.push({ from, name, instructions: [] });
    } else stages.at(-1)?.instructions.push([word, rest]);
  }
  return stages;
}

/**
 * Does what the Dockerfile says, with folders for its stages. What its last stage runs concerns only a container, and
 * what its first one does is what `npm start` did in the folder that is given.
 * @param built a checkout that was built
 * @param into an empty folder
 */
export async function assemble(
  stages: readonly Stage[],
  built: string,
  into: string,
): Promise<Image> {
  const last = stages.at(-1);
  const folderOf = (name: string) => (name === "build" ? built : join(into, name, "app"));
  for (const { name, instructions } of stages) {
    if (name === "build") continue;
    const folder = folderOf(name);
    await mkdir(folder, { recursive: true });
    for (const [word, text] of instructions) {
      if (word === "COPY") await copy(text, built, folder, folderOf);
      if (word === "RUN" && name !== last?.name)
        await run("sh", ["-c", text], { cwd: folder, env: machineEnvironment() });
    }
  }
  const all = (word: string) =>
    (last?.instructions ?? []).filter(([each]) => each === word).map(([, text]) => text);
  const list = (text = "[]"): string[] => JSON.parse(text.slice(text.indexOf("[")));
  return {
    folder: folderOf("image"),
    env: Object.fromEntries(
      all("ENV").flatMap((text) => text.split(/\s+/).map((pair) => pair.split("=", 2))),
    ),
    user: all("USER").at(-1) ?? "root",
    command: list(all("CMD").at(-1)),
    healthcheck: list(all("HEALTHCHECK").at(-1)),
  };
}

async function copy(
  text: string,
  checkout: string,
  folder: string,
  folderOf: (stage: string) => string,
): Promise<void> {
  const [, stage, paths = ""] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(text) ?? [];
  const from = stage === undefined ? checkout : folderOf(stage);
  const names = paths.split(/\s+/);
  const to = names.pop() ?? ".";
  for (const name of names) {
    const source = join(from, name.replace(/^\/app/, ""));
    const isFile = names.length > 1 || to.endsWith("/");
    const target = isFile ? join(folder, to, name.split("/").at(-1) ?? "") : join(folder, to);
    await mkdir(dirname(target), { recursive: true });
    // Packages are many small files, and nobody else takes them from their stage.
    if (stage === "packages") await rename(source, target);
    else await cp(source, target, { recursive: true, verbatimSymlinks: true });
  }
}
