import type { TestProject } from "vitest/node";
import { blankLibraries } from "./blank-libraries.ts";
import { type DemoServer, startDemoServer } from "./demo-server.ts";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { keepLooked } from "./looked-whole.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built server with the demo organisations, one for each worker. */
    origins: readonly string[];
    browser: FoundBrowser;
  }
}

/**
 * The server as people start it, with an empty data folder, once for each worker: files that run at the same time write in
 * the same answers.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = findBrowser();
  const starting = Array.from({ length: project.config.maxWorkers }, startBlank);
  const started = await Promise.allSettled(starting);
  const servers = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => void (await Promise.all(servers.map((server) => server.stop())));
  try {
    await Promise.all(starting);
    project.provide(
      "origins",
      servers.map(({ origin }) => origin),
    );
    project.provide("browser", await browser);
  } catch (error) {
    await stop();
    throw error;
  }
  return async () => {
    keepLooked(project);
    await stop();
  };
}

async function startBlank(): Promise<DemoServer> {
  const server = await startDemoServer();
  try {
    await blankLibraries(server.dataDir);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
