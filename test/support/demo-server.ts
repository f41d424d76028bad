import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

export interface DemoServer {
  readonly origin: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The built server as people start it, with the demo organisations in an empty data folder. */
export async function startDemoServer(): Promise<DemoServer> {
  const dataDir = await makeTemporaryFolder();
  const port = await freePort();
  const main = join(import.meta.dirname, "../../server/dist/main.js");
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env: {
      PATH: process.env["PATH"] ?? "",
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: "on",
      NODE_ENV: "production",
    },
    // The channel ends the server when those who started it are killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
    await rm(dataDir, { recursive: true, force: true });
  };
  let said = "";
  try {
    await new Promise<void>((resolve, reject) => {
      const listen = (text: string) => {
        said += text;
        if (said.includes("Toetssteen is ready")) resolve();
      };
      child.stdout?.setEncoding("utf8").on("data", listen);
      child.stderr?.setEncoding("utf8").on("data", listen);
      child.once("exit", (code) =>
        reject(new Error(`The server ended with code ${code}:\n${said}`)),
      );
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, dataDir, stop };
}
