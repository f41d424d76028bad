import type { TestProject } from "vitest/node";
import { blankLibraries } from "./blank-libraries.ts";
import { startDemoServer } from "./demo-server.ts";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { keepLooked } from "./looked-whole.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built server with the demo organisations. */
    origin: string;
    browser: FoundBrowser;
  }
}

/** The server as people start it, once for all browser tests, with an empty data folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = findBrowser();
  const server = await startDemoServer();
  try {
    await blankLibraries(server.dataDir);
    project.provide("origin", server.origin);
    project.provide("browser", await browser);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    keepLooked(project);
    await server.stop();
  };
}
