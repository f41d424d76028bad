/** The door of the commands in package.json: installs and builds what is missing, then runs. Needs Node 20 and npm only. */
import { join } from "node:path";
import { forwardSignals, run } from "./processes.mjs";
import {
  build,
  buildServer,
  environment,
  install,
  pinnedNode,
  root,
  stage,
  StageFailed,
} from "./stages.mjs";
import { conclude, runTests } from "./test-run.mjs";

const server = join(root, "server", "dist", "main.js");
const worker = join(root, "server", "dist", "worker.js");
const mutants = join(root, "test", "mutants", "main.ts");
const migrate = join(root, "server", "dist", "migrate.js");
const operator = join(root, "server", "dist", "operator", "main.js");

/** Whose imports are held to the layers. */
const structure = ["--config", ".dependency-cruiser.mjs", "server/src", "web/src", "packages"];

/** @type {Record<string, (...choices: string[]) => Promise<number>>} */
const verbs = {
  async start() {
    await install();
    await build();
    // The first time a database is made and filled, which takes a while without a word.
    console.log("Starting …");
    // Loading makes much short-lived garbage: a larger nursery saves a tenth of the start.
    return run(pinnedNode().node, ["--max-semi-space-size=32", server], {
      cwd: root,
      env: environment(),
      // The channel tells the server when we are gone, even when we were killed.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  },

  async worker() {
    await install();
    await buildServer();
    return run(pinnedNode().node, ["--enable-source-maps", worker], {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  },

  async migrate() {
    await install();
    await buildServer();
    return run(pinnedNode().node, ["--enable-source-maps", migrate], {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async test(...choices) {
    try {
      await install();
      await build();
    } catch (error) {
      if (!(error instanceof StageFailed)) throw error;
      return conclude({ passed: 0, failed: 1, skipped: 0 }, 1);
    }
    return runTests(choices);
  },

  /** Also what `test` asks only a tenth of. */
  async "test:all"(...choices) {
    process.env["TESTS"] = "all";
    return (await verbs["test"]?.(...choices)) ?? 1;
  },

  async mutate(...choices) {
    await install();
    return run(pinnedNode().node, [mutants, ...choices], {
      cwd: root,
      env: { ...environment(), NODE_ENV: "test" },
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async operator(...words) {
    await install();
    await buildServer();
    return run(pinnedNode().node, ["--enable-source-maps", operator, ...words], {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async attack(...choices) {
    await install();
    await build();
    const [first, ...names] = choices;
    const holes = join(root, "test", "attack", "holes", "main.ts");
    const attack = join(root, "test", "attack", "main.ts");
    const program = first === "holes" ? [holes, ...names] : [attack, ...choices];
    return run(pinnedNode().node, program, {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async bench(...choices) {
    await install();
    await build();
    const [first, ...rest] = choices;
    const bench = join(root, "test", "bench");
    const apart = first === "web" || first === "texts";
    const program = apart
      ? [join(bench, first, "main.ts"), ...rest]
      : [join(bench, "main.ts"), ...choices];
    return run(pinnedNode().node, program, {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async faults(...choices) {
    await install();
    await build();
    return run(pinnedNode().node, [join(root, "test", "faults", "main.ts"), ...choices], {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
  },

  async dev() {
    await install();
    await build();
    const tsc = join(root, "node_modules", ".bin", "tsc");
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", "inherit", "inherit"];
    const choices = { env: environment(), stdio };
    const watched = { ...choices, cwd: root };
    const codes = await Promise.race([
      run(tsc, ["-b", "--watch", "--preserveWatchOutput", "server"], watched),
      run(
        pinnedNode().node,
        ["--watch", "--watch-preserve-output", "--enable-source-maps", server],
        watched,
      ),
      run("npm", ["run", "--silent", "dev"], { ...choices, cwd: join(root, "web") }),
    ]);
    process.kill(process.pid, "SIGTERM");
    return codes;
  },

  async check() {
    await install();
    await build();
    const tool = (/** @type {string} */ name) => join(root, "node_modules", ".bin", name);
    const checks = [
      () => stage("Checking types", tool("tsc"), ["-b"]),
      () => stage("Linting", tool("oxlint"), ["--type-aware", "--deny-warnings"]),
      () => stage("Checking what uses what", tool("depcruise"), structure),
      () => stage("Checking the layout of the code", tool("oxfmt"), ["--check", "."]),
    ];
    let failed = 0;
    for (const check of checks) {
      await check().catch((error) => {
        if (!(error instanceof StageFailed)) throw error;
        failed += 1;
      });
    }
    return failed === 0 ? 0 : 1;
  },

  /** Draws what uses what, folder by folder, as Mermaid. */
  async structure() {
    await install();
    const folders = "^(?:server|web)/src/[^/]+|^packages/[^/]+";
    const drawing = ["--output-type", "mermaid", "--collapse", folders];
    return run(join(root, "node_modules", ".bin", "depcruise"), [...structure, ...drawing], {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "ignore"],
    });
  },

  async build() {
    await install();
    await build();
    return 0;
  },
};

const [verb = "", ...parameters] = process.argv.slice(2);
const action = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
if (!action) {
  console.log(`Say what to do: ${Object.keys(verbs).join(", ")}.`);
  process.exit(1);
}
if (Number(process.versions.node.split(".")[0]) < 20) {
  console.log(`Node 20 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}
forwardSignals();
try {
  process.exitCode = await action(...parameters);
} catch (error) {
  if (!(error instanceof StageFailed)) throw error;
  process.exitCode = 1;
}
