import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { blankLibraries } from "./blank-libraries.ts";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { freePort } from "./free-port.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built server with the demo organisations. */
    origin: string;
    browser: FoundBrowser;
  }
}

/** The server as people start it, once for all browser tests, with an empty data folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeTemporaryFolder();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const browser = findBrowser();
  const server = startServer({
    DATA_DIR: dataDir,
    PORT: String(port),
    DEMO: "on",
    NODE_ENV: "production",
  });
  const close = async () => {
    if (server.child.exitCode === null && server.child.kill("SIGTERM"))
      await once(server.child, "exit");
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await server.ready;
    await blankLibraries(dataDir);
    project.provide("origin", origin);
    project.provide("browser", await browser);
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

function startServer(settings: Record<string, string>): {
  child: ChildProcess;
  ready: Promise<void>;
} {
  const main = join(import.meta.dirname, "../../server/dist/main.js");
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env: { PATH: process.env["PATH"] ?? "", ...settings },
    // The channel ends the server when the tests are killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes("Toetssteen is ready")) resolve();
    };
    child.stdout?.setEncoding("utf8").on("data", listen);
    child.stderr?.setEncoding("utf8").on("data", listen);
    child.once("exit", (code) => reject(new Error(`The server ended with code ${code}:\n${said}`)));
  });
  return { child, ready };
}
