/** Installing and building: each only when something it is made from changed. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./processes.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = "pnpm@12.21.0";
const stamps = join(root, "node_modules", ".toetssteen");
const bin = join(root, "node_modules", ".bin");

/** What stopped the launcher, already told to the reader. */
export class StageFailed extends Error {}

/**
 * Runs one stage behind a plain line with its time; what it says is shown when it fails.
 * @param {string} name
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function stage(name, command, parameters, options = {}) {
  const settings = { cwd: root, ...options, env: options.env ?? environment() };
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log(`${name} …`);
  const patience = setInterval(() => console.log(`  still busy after ${seconds()}`), 10_000);
  let said = "";
  const code = await run(command, parameters, {
    ...settings,
    stdio: ["ignore", "pipe", "pipe"],
    onOutput: (text) => (said += text),
  }).finally(() => clearInterval(patience));
  if (code === 0) return console.log(`  done in ${seconds()}`);
  console.log(said.trimEnd());
  console.log(`${name} failed after ${seconds()} (exit code ${code}).`);
  throw new StageFailed();
}

export async function install() {
  const wanted = fingerprint(
    ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests()].map((path) =>
      readFileSync(join(root, path)),
    ),
    [process.platform, process.arch],
  );
  if (readStamp("installed") === wanted) return;
  // With NODE_ENV=production the tools that build would be left out.
  const { NODE_ENV: _, ...env } = process.env;
  const choices = ["--frozen-lockfile", "--config.confirm-modules-purge=false"];
  await stage("Installing packages", "npx", ["--yes", pnpm, "install", ...choices], { env });
  writeStamp("installed", wanted);
}

const common = ["packages", "tsconfig.base.json", "pnpm-lock.yaml"];

/** What `start` serves: the server and the web pages. */
export async function build() {
  await buildServer();
  await unlessBuilt("web", [...common, "web", "server/schema.graphql"], "web/dist/index.html", () =>
    stage("Building the web pages", "npm", ["run", "--silent", "build"], {
      cwd: join(root, "web"),
    }),
  );
}

export async function buildServer() {
  const server = ["packages/norms", "packages/contract", "packages/text", "server"];
  await unlessBuilt("server", [...common, "server"], "server/dist/main.js", () =>
    stage("Building the server", join(bin, "tsc"), ["-b", ...server]),
  );
}

/**
 * @param {string} name
 * @param {string[]} sources files and folders that it is made from
 * @param {string} result
 * @param {() => Promise<void>} make
 */
async function unlessBuilt(name, sources, result, make) {
  const before = changes(sources);
  if (readStamp(name) === before && existsSync(join(root, result))) return;
  await make();
  // A source that changed meanwhile (or was generated) may not be in it: then the next start builds again.
  if (changes(sources) === before) writeStamp(name, before);
}

/** The environment of everything we start: the pinned Node comes first on the path. */
export function environment() {
  const { node } = pinnedNode();
  const cache = process.env["NODE_COMPILE_CACHE"] ?? join(stamps, "compiled");
  return {
    ...process.env,
    NODE_COMPILE_CACHE: cache,
    PATH: [dirname(node), bin, process.env["PATH"]].join(delimiter),
  };
}

/** @type {{ node: string } | undefined} */
let found;

/** The Node that came with the packages; where there is none for this machine, its own when new enough. */
export function pinnedNode() {
  if (found) return found;
  const shipped = join(
    root,
    "node_modules",
    `node-${process.platform}-${process.arch}`,
    "bin",
    "node",
  );
  // Started once: a machine with another C library has the file but can't run it.
  const shippedRuns = existsSync(shipped) && spawnSync(shipped, ["--version"]).status === 0;
  if (!shippedRuns && Number(process.versions.node.split(".")[0]) < 24) {
    console.log(
      `Node 24 is needed on ${process.platform}-${process.arch}; this is ${process.version}.`,
    );
    throw new StageFailed();
  }
  found = { node: shippedRuns ? shipped : process.execPath };
  return found;
}

function manifests() {
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
  const folders = [".", "server", "web", "test", ...packages];
  return folders
    .map((folder) => join(folder, "package.json"))
    .filter((path) => existsSync(join(root, path)));
}

/** @param {string[]} sources */
function changes(sources) {
  const lines = sources.flatMap((source) => [...filesOf(join(root, source))]);
  return fingerprint(
    lines.map(
      (file) => `${relative(root, file)} ${statSync(file).mtimeMs} ${statSync(file).size}\n`,
    ),
  );
}

/**
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesOf(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) yield path;
    return;
  }
  for (const entry of readdirSync(path).toSorted()) {
    if (!["node_modules", "dist", "dist-types"].includes(entry)) yield* filesOf(join(path, entry));
  }
}

/** @param {...(string | Buffer)[]} parts */
function fingerprint(...parts) {
  const hash = createHash("sha256");
  for (const part of parts.flat()) hash.update(part);
  return hash.digest("hex");
}

/** @param {string} name */
function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * @param {string} name
 * @param {string} text
 */
function writeStamp(name, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), text);
}
