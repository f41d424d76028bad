import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorld } from "../../../test/support/scenario.ts";
import { parseCommand } from "./command.ts";
import { runCommand } from "./run.ts";

const world = await openWorld();
const folder = await mkdtemp(join(tmpdir(), "toetssteen-vergeten-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const administrator = ["--admin-email", "els@lisdodde.example", "--admin-name", "Els Vos"];
const create = (name: string) =>
  parseCommand(["organisation", "create", name, "--library", ...administrator]);
const settings = {
  dataDir: folder,
  workingFolder: folder,
  publicUrl: "https://toetssteen.example" as string | undefined,
  adminUrl: world.database.adminUrl as string | undefined,
};
const organisations = () => world.rows("select from toetssteen.organisation");

test("a command without an address makes no database where none is", async () => {
  for (const command of [create("Lisdodde"), parseCommand(["organisation", "list"])]) {
    const forgotten = runCommand(command, { ...settings, adminUrl: undefined });
    await expect(forgotten).rejects.toThrow(
      /^In DATA_DIR .* staat geen database\. Zet DATABASE_ADMIN_URL/,
    );
  }
  expect(await readdir(folder)).toEqual([]);
});

test("a command says in which database it works, and never with which password", async () => {
  const told: string[] = [];
  await runCommand(parseCommand(["organisation", "list"]), settings, (line) => told.push(line));
  const { host, pathname, password } = new URL(world.database.adminUrl);
  expect(told).toEqual([`Database: ${pathname.slice(1)} op ${host}, van DATABASE_ADMIN_URL.`]);
  expect(password).not.toBe("");
  expect(told.join()).not.toContain(password);
});

test("an invitation isn't made without the address that its link begins with", async () => {
  const before = await organisations();
  await expect(
    runCommand(create("Lisdodde"), { ...settings, publicUrl: undefined }),
  ).rejects.toThrow(/^PUBLIC_URL ontbreekt: /);
  expect(await organisations()).toEqual(before);
});

test("beside a server that runs, its address is taken", async () => {
  await writeFile(
    join(folder, "database.env"),
    `DATABASE_ADMIN_URL=${world.database.adminUrl}\nPUBLIC_URL=https://van-de-server.example\n`,
  );
  const running = { ...settings, adminUrl: undefined, publicUrl: undefined };
  const lines = await runCommand(create("Lisdodde"), running);
  expect(lines.join("\n")).toContain("https://van-de-server.example/uitnodiging/");
});
