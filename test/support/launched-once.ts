import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { copyProduct, start } from "../launch/product.ts";
import { freePort } from "./free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    product: {
      /** A copy of the sources in a path with spaces, after its first start. */
      folder: string;
      port: number;
      firstStart: { output: string; milliseconds: number };
    };
  }
}

/** One copy of the product for all tests of the commands: the first start is the slow one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await copyProduct();
  const remove = () => rm(dirname(folder), { recursive: true, force: true });
  const port = await freePort();
  const started = start(["npm", "start"], folder, { PORT: String(port) });
  try {
    const milliseconds = await started.ready;
    started.pressControlC();
    await started.ended;
    project.provide("product", {
      folder,
      port,
      firstStart: { output: started.output(), milliseconds },
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
