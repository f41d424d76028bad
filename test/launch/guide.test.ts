import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { execFile, spawnSync } from "node:child_process";
import { afterAll, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { compose } from "../support/compose.ts";
import { freePort } from "../support/free-port.ts";
import { leftovers, machineEnvironment, start, type Started } from "./product.ts";

/** Commands of docs/operations.md as they are written there, in one shell, on the Node that the machine has. */
const { folder } = inject("product");
const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/operations.md"), "utf8");
const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = ""]) => text);
const dataDir = join(dirname(folder), "gids");
const running: Started[] = [];
afterAll(async () => {
  for (const started of running) {
    if (started.child.exitCode === null && started.child.signalCode === null)
      started.pressControlC();
    await started.ended;
  }
  for (const made of [dataDir, `${dataDir}.bewaard`])
    await rm(made, { recursive: true, force: true });
});

test("every block of commands is one that a shell reads", () => {
  expect(blocks.length).toBeGreaterThan(6);
  for (const block of blocks)
    expect(spawnSync("bash", ["-n"], { input: block }).stderr.toString(), block).toBe("");
});

test("every npm command in it exists, and every file of ours that it names", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const commands = [...blocks, ...[...guide.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text)];
  const verbs = [...commands.join("\n").matchAll(/\bnpm (?:run (?:--silent )?)?([a-z]+)/g)].map(
    ([, verb]) => verb,
  );
  expect(verbs.length).toBeGreaterThan(20);
  for (const verb of new Set(verbs)) expect(Object.keys(scripts), verb).toContain(verb);
  const files = [...guide.matchAll(/`?((?:deploy|test|server\/src|docs)\/[\w./-]*\w)`?/g)];
  for (const [, file = ""] of files) expect(existsSync(join(root, file)), file).toBe(true);
});

test("what it says to a container names a service and a program that are there", () => {
  const said = [
    guide,
    ...["backup.sh", "drill.sh"].map((name) => readFileSync(join(root, "deploy", name), "utf8")),
  ].join("\n");
  const services = [...said.matchAll(/(?:compose|beside) exec (?:-T )?(\w+)/g)].map(
    ([, name]) => name,
  );
  expect(services.length).toBeGreaterThan(5);
  for (const name of services) expect(Object.keys(compose.services)).toContain(name);
  for (const [, program = ""] of said.matchAll(/node (server\/dist\/[\w/]+\.js)/g))
    expect(existsSync(join(folder, program)), program).toBe(true);
  for (const script of ["backup.sh", "drill.sh"])
    expect(spawnSync("sh", ["-n", join(root, "deploy", script)]).status).toBe(0);
});

test("who keeps watch asks for figures that exist", async () => {
  const port = await freePort();
  const metrics = await freePort();
  const settings = { PORT: String(port), METRICS_PORT: String(metrics), DATA_DIR: dataDir };
  const started = start(["npm", "start"], folder, settings);
  running.push(started);
  await started.ready;
  const page = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).not.toBe(200);
  const { groups } = parse(readFileSync(join(root, "deploy/prometheus/alerts.yml"), "utf8"));
  const panels = readFileSync(join(root, "deploy/grafana/toetssteen.json"), "utf8");
  const rules: { expr: string }[] = groups.flatMap((group: { rules: unknown[] }) => group.rules);
  const wanted = [...rules.map(({ expr }) => expr), panels]
    .join("\n")
    .matchAll(/toetssteen_[a-z_]+|process_[a-z_]+/g);
  const known = new Set(page.match(/^# TYPE (\S+)/gm)?.map((line) => line.slice(7)));
  for (const [name] of wanted)
    expect([...known], name).toContain(name.replace(/_(bucket|count|sum)$/, ""));
});

test("the operator's commands do what they say, as written", async () => {
  const block = blocks.find((text) => text.includes("operator -- organisation create")) ?? "";
  const tried = block
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    // What it needs first stands in other blocks: a rights holder's file, somebody's account, the head of a chain.
    .filter((line) => !/kader-3|account|--head|restore|backup/.test(line) && line !== "");
  expect(tried.length).toBeGreaterThanOrEqual(8);
  const address = { PUBLIC_URL: "https://toetssteen.example" };
  const { stdout } = await promisify(execFile)("bash", ["-e", "-c", tried.join("\n")], {
    cwd: folder,
    env: { ...machineEnvironment(), DATA_DIR: dataDir, ...address },
  });
  expect(stdout).toContain("Bibliotheek Zeegras is aangemaakt");
  expect(stdout).toContain("https://toetssteen.example/uitnodiging/");
  expect(stdout).toContain("alles is er en klopt");
  for (const one of running.splice(0)) {
    one.pressControlC();
    await one.ended;
  }
  expect(await leftovers(dataDir)).toEqual([]);
});
